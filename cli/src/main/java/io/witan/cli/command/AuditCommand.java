package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.api.HeadsVerdict;
import io.witan.cli.api.Json;
import io.witan.cli.api.StoryVerdict;
import io.witan.cli.api.TrailEntry;
import io.witan.cli.api.WitanApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows who did what to a story and whether the record holds. */
@Command(
    name = "audit",
    description = {
      "Show the audit trail of a story, its plans, tasks, workflows and deliberations, and whether its chains hold:"
          + " link by link, and against the heads that were signed.",
      "Without a story, --verify checks all signed heads and every chain that they vouch for."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan audit s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan audit s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --verify    only the verdicts; 1 when a chain is broken",
      "  ./witan audit s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --json",
      "  ./witan audit --verify    everything that was ever signed",
      "  ./witan audit verify      the same, then every chain and the thing that it is of",
      "  ./witan audit export --out audit.jsonl"
    })
final class AuditCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STORY",
      description = "The id of the story.")
  private String story;

  @Option(names = "--verify", description = "Only the verdicts.")
  private boolean verify;

  @Spec private CommandSpec spec;

  @Mixin private Output output;

  AuditCommand(Environment environment) {
    this.environment = environment;
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new AuditCommand(environment));
    line.addSubcommand("verify", new AuditVerifyWord(environment));
    line.addSubcommand("export", new AuditExportWord(environment));
    return line;
  }

  @Override
  public Integer call() {
    if (story == null && !verify) {
      throw new ParameterException(
          spec.commandLine(), "name a story, or check everything with --verify");
    }
    WitanApi api = new Access(environment).api();
    boolean holds = story == null ? everything(api) : ofStory(api);
    return holds ? ExitCode.OK : ExitCode.REFUSED;
  }

  private boolean everything(WitanApi api) {
    HeadsVerdict verdict = HeadsVerdict.none();
    while (verdict.next() != null) {
      verdict = verdict.then(api.headsVerification(verdict.next()));
    }
    if (output.json) {
      environment.terminal().out().println(Json.pretty(verdict));
    } else {
      report().everything(verdict);
    }
    return verdict.holds();
  }

  private AuditReport report() {
    return new AuditReport(environment.terminal());
  }

  private boolean ofStory(WitanApi api) {
    List<TrailEntry> trail = verify ? List.of() : api.trail(story);
    StoryVerdict verdict = api.verification(story);
    if (output.json) {
      Map<String, Object> chains = Map.of("chains", verdict.chains());
      Map<String, Object> all = Map.of("entries", trail, "chains", verdict.chains());
      environment.terminal().out().println(Json.pretty(verify ? chains : all));
    } else {
      report().story(trail, verdict);
    }
    return verdict.holds();
  }
}
