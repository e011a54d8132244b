package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.api.ChainVerdict;
import io.witan.cli.api.Json;
import io.witan.cli.api.TrailEntry;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import io.witan.cli.term.Terminal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who did what to a story and whether the record holds. */
@Command(
    name = "audit",
    description =
        "Show the audit trail of a story, its plans, tasks, workflows and deliberations, and whether its chains hold.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan audit s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan audit s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --verify    only the verdicts; 1 when a chain is broken",
      "  ./witan audit s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --json"
    })
final class AuditCommand implements Callable<Integer> {
  private static final int HASH_SHOWN = 10;
  private static final int TIME_SHOWN = 23;

  private final Environment environment;

  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  @Option(names = "--verify", description = "Only the verdict on each chain.")
  private boolean verify;

  @Mixin private Output output;

  AuditCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).api();
    List<TrailEntry> trail = api.trail(story);
    List<ChainVerdict> verdicts =
        trail.stream()
            .map(entry -> List.of(entry.kind(), entry.id()))
            .distinct()
            .map(chain -> api.verification(chain.get(0), chain.get(1)))
            .toList();
    if (output.json) {
      environment
          .terminal()
          .out()
          .println(
              Json.pretty(
                  verify
                      ? Map.of("chains", verdicts)
                      : Map.of("entries", trail, "chains", verdicts)));
    } else {
      show(trail, verdicts);
    }
    return verdicts.stream().allMatch(ChainVerdict::holds) ? ExitCode.OK : ExitCode.REFUSED;
  }

  private void show(List<TrailEntry> trail, List<ChainVerdict> verdicts) {
    Terminal terminal = environment.terminal();
    if (!verify) {
      Table entries = new Table("AT", "ACTOR", "KIND", "NO", "ACTION", "HASH", "WHAT");
      trail.forEach(
          entry ->
              entries.row(
                  head(entry.at(), TIME_SHOWN),
                  entry.actor(),
                  entry.kind(),
                  entry.sequence(),
                  entry.action(),
                  head(entry.hash(), HASH_SHOWN),
                  entry.summary()));
      entries.print(terminal.out(), terminal.style());
      terminal.out().println();
    }
    Table chains = new Table("CHAIN", "ID", "ENTRIES", "VERDICT");
    verdicts.forEach(one -> chains.row(one.kind(), one.id(), one.entries(), verdict(one)));
    chains.print(terminal.out(), terminal.style());
    long broken = verdicts.stream().filter(one -> !one.holds()).count();
    terminal.out().println();
    terminal
        .out()
        .println(
            broken == 0
                ? terminal
                    .style()
                    .ok("%d entries, %d chains, all hold".formatted(trail.size(), verdicts.size()))
                : terminal
                    .style()
                    .bad("%d of %d chains are broken".formatted(broken, verdicts.size())));
  }

  private static String verdict(ChainVerdict one) {
    if (one.holds()) {
      return "holds";
    }
    return one.broken() == null
        ? "BROKEN"
        : "BROKEN at entry %d: %s".formatted(one.broken().sequence(), one.broken().reason());
  }

  private static String head(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
