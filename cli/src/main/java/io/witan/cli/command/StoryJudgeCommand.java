package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Readiness;
import io.witan.cli.api.Readiness.Gate;
import io.witan.cli.api.Readiness.Judgement;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Terminal;
import io.witan.cli.term.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a council thinks of a story's readiness; asks for it, if wanted. */
@Command(
    name = "judge",
    description = {
      "Have a council judge how ready a story is, beside the rules,",
      "or show how that stands and whose word counts at the gate to PLANNED."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story judge s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story judge s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --status --json"
    })
final class StoryJudgeCommand implements Callable<Integer> {
  private static final int WIDTH = 120;

  private final Environment environment;

  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  @Option(names = "--status", description = "Show how it stands, and ask for nothing.")
  private boolean statusOnly;

  @Mixin private Output output;

  StoryJudgeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).api();
    Readiness readiness = statusOnly ? api.readiness(id) : api.judge(id);
    if (output.json) {
      environment.terminal().out().println(Json.pretty(readiness));
    } else {
      show(readiness);
    }
    return WitanCommand.ok();
  }

  private void show(Readiness readiness) {
    Terminal terminal = environment.terminal();
    terminal.out().println("rules   %d of 100".formatted(readiness.score()));
    readiness
        .judged()
        .ifPresentOrElse(this::show, () -> terminal.out().println("council not asked"));
    Gate gate = readiness.gate();
    terminal
        .out()
        .println(
            "gate    by %s, %s"
                .formatted(gate.judge(), gate.open() ? "open" : "closed: " + gate.reason()));
  }

  private void show(Judgement judgement) {
    Terminal terminal = environment.terminal();
    terminal.out().println("council " + judgement.summary());
    if (!judgement.criteria().isEmpty()) {
      terminal.out().println();
      Criteria.table(judgement.criteria()).print(terminal.out(), terminal.style());
      terminal.out().println();
    }
    if (judgement.reason() != null) {
      terminal.out().println("reason  " + Words.line(judgement.reason(), 10 * WIDTH));
    }
    terminal.out().println("next    " + judgement.whatToDo());
  }
}
