package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.api.Json;
import io.witan.cli.api.TrailVerdict;
import io.witan.cli.term.Terminal;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks the audit trail, and names the first thing that does not hold. */
@Command(
    name = "verify",
    description = {
      "Check the audit trail up to the first thing that does not hold, and name it: signed heads with what they vouch for,"
          + " every chain link by link, and that each story, task, plan, ... is what its entries tell of it.",
      "With a kind, its chains; with a kind and an id, that one."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan audit verify    1 when something does not hold",
      "  ./witan audit verify decision",
      "  ./witan audit verify story s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --json"
    })
final class AuditVerifyWord implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "What kind of thing: story, task, plan, decision, workflow, ...")
  private String kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "The id of one of them.")
  private String id;

  @Mixin private Output output;

  AuditVerifyWord(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    TrailVerdict verdict =
        new Access(environment)
            .api()
            .trailVerification(Optional.ofNullable(kind), Optional.ofNullable(id));
    Terminal terminal = environment.terminal();
    terminal
        .out()
        .println(
            output.json
                ? Json.pretty(verdict)
                : verdict.holds()
                    ? terminal.style().ok(checked(verdict) + ": all hold")
                    : terminal.style().bad(checked(verdict) + " hold; then " + words(verdict)));
    return verdict.holds() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private static String checked(TrailVerdict verdict) {
    String chains = "%d chains, %d entries".formatted(verdict.chains(), verdict.entries());
    return verdict.batches() == 0
        ? chains
        : "%d batches of signed heads, %d heads, %s"
            .formatted(verdict.batches(), verdict.heads(), chains);
  }

  private static String words(TrailVerdict verdict) {
    return "BROKEN at %s: %s".formatted(verdict.broken().place(), verdict.broken().reason());
  }
}
