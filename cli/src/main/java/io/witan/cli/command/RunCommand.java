package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import io.witan.cli.api.Json;
import io.witan.cli.run.AskingGatekeeper;
import io.witan.cli.run.DemoUsers;
import io.witan.cli.run.Gatekeeper;
import io.witan.cli.run.Narration;
import io.witan.cli.run.Pace;
import io.witan.cli.run.ResultPage;
import io.witan.cli.run.RunResult;
import io.witan.cli.run.StoryRun;
import io.witan.cli.story.StoryFile;
import io.witan.cli.story.StoryFileReader;
import io.witan.cli.term.Terminal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a story from a Markdown file to DONE. */
@Command(
    name = "run",
    description = {
      "Take a story from a Markdown file to DONE, and show it live.",
      "",
      "The first heading is the title, the list under \"Acceptance criteria\" the criteria, the rest the brief.",
      "The same file again shows the first result; a run that was cut off goes on where it was."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan run examples/feature.md",
      "  ./witan run examples/bug-report.md --interactive",
      "  ./witan run story.md --model-url http://127.0.0.1:8000/v1 --model Qwen/Qwen3-0.6B",
      "  ./witan run story.md --again --json > result.json",
      "",
      "WITAN_PATIENCE is how many seconds a run waits for a server that went silent (90)."
    })
final class RunCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "FILE", description = "The Markdown file.")
  private String file;

  @ArgGroup(exclusive = false)
  private Model model;

  @Option(
      names = "--interactive",
      description = "Ask at each gate: approve, reject with feedback, or quit.")
  private boolean interactive;

  @Option(
      names = "--again",
      description = "Start a new story although this content was run before.")
  private boolean again;

  @Option(
      names = "--repo",
      paramLabel = "DIR",
      description = "Commit to this Git repository instead of one that is kept for the story.")
  private String repository;

  @Option(
      names = "--user-suffix",
      paramLabel = "TEXT",
      description =
          "Make demo users with this behind their names, when the passwords of the usual ones are lost.")
  private String userSuffix;

  @Option(
      names = "--check-only",
      hidden = true,
      description = "Read the words and the file, and do nothing with them.")
  private boolean checkOnly;

  @Mixin private Output output;

  RunCommand(Environment environment) {
    this.environment = environment;
  }

  /** An OpenAI-compatible endpoint and the model there. */
  static final class Model {
    @Option(
        names = "--model-url",
        required = true,
        paramLabel = "URL",
        description = "The OpenAI-compatible endpoint that the server shall ask.")
    private String url;

    @Option(
        names = "--model",
        required = true,
        paramLabel = "NAME",
        description = "The model there.")
    private String name;
  }

  @Override
  public Integer call() {
    StoryFile story = StoryFileReader.read(path(file));
    if (checkOnly) {
      return WitanCommand.ok();
    }
    Terminal terminal = environment.terminal();
    Narration narration =
        new Narration(output.json ? terminal.err() : terminal.out(), terminal.style());
    RunResult result = new StoryRun(wish(story), stage(narration)).run();
    if (output.json) {
      terminal.out().println(Json.pretty(result));
    } else {
      new ResultPage(narration, terminal.style()).show(result);
    }
    if (!result.audit().verified()) {
      throw Stop.refused(
          "the audit trail does not hold",
          "see where: ./witan audit --verify " + result.story().storyId());
    }
    return WitanCommand.ok();
  }

  private StoryRun.Wish wish(StoryFile story) {
    return new StoryRun.Wish(
        story,
        again,
        Optional.ofNullable(repository).map(this::path),
        Optional.ofNullable(model).map(one -> one.url),
        Optional.ofNullable(model).map(one -> one.name));
  }

  private StoryRun.Stage stage(Narration narration) {
    Access access = new Access(environment);
    Gatekeeper gatekeeper =
        interactive ? new AskingGatekeeper(environment.terminal()) : Gatekeeper.PASSING;
    DemoUsers users = new DemoUsers(access.nobody(), access.demo(), access::admin, suffix());
    return new StoryRun.Stage(
        access.nobody(),
        access::admin,
        users,
        gatekeeper,
        narration,
        pace(),
        environment.cliData(),
        Clock.system(ZoneId.systemDefault()));
  }

  private Pace pace() {
    Pace usual = Pace.looking(environment.look());
    return environment
        .variable("WITAN_PATIENCE")
        .map(RunCommand::seconds)
        .map(usual::within)
        .orElse(usual);
  }

  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,6}")) {
      throw Stop.usage("WITAN_PATIENCE is \"%s\": expected a number of seconds".formatted(text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private Optional<String> suffix() {
    Optional<String> suffix = Optional.ofNullable(userSuffix);
    if (suffix.isPresent() && !suffix.get().matches("[a-z0-9-]{1,20}")) {
      throw Stop.usage(
          "--user-suffix is \"%s\": expected 1 to 20 of a-z, 0-9 and -".formatted(suffix.get()));
    }
    return suffix;
  }

  private Path path(String name) {
    return environment.directory().resolve(name);
  }
}
