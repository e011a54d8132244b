package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.Deliberation;
import io.witan.cli.api.Json;
import io.witan.cli.api.Replay;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import io.witan.cli.term.Terminal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays a deliberation without a model, or forks it with another one. */
@Command(
    name = "replay",
    description = {
      "Go through a deliberation once more without a model, and print its transcript: one line of JSON for each turn,",
      "and one for the ranking. Every request is written anew and must be the recorded one, byte for byte.",
      "With --swap: have it taken anew with other models from a turn on, and show what came of it. That changes nothing",
      "else: no plan, no commit, no word at a gate."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan replay d-6f9619ff-8b86-4d01-b42d-00cf4fc964ff    1 when it is not the same",
      "  ./witan replay d-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --swap agent-2=Qwen/Qwen3-8B",
      "  ./witan replay d-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --swap agent-qa-001=gpt-4o --from 4"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Environment environment;

  @Parameters(index = "0", paramLabel = "DELIBERATION", description = "The id of the deliberation.")
  private String deliberation;

  @Option(
      names = "--swap",
      paramLabel = "AGENT=MODEL",
      description =
          "Another model for an agent: its id, or agent-N for the one on seat N; may be repeated.")
  private Map<String, String> swaps = new HashMap<>();

  @Option(
      names = "--from",
      paramLabel = "TURN",
      description = "The first turn to take anew; without it, the first of a swapped agent.")
  private Integer from;

  @Mixin private Output output;

  ReplayCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (swaps.isEmpty() && from != null) {
      throw new Stop(ExitCode.USAGE, "--from needs --swap: a replay begins with the first turn");
    }
    WitanApi api = new Access(environment).api();
    return swaps.isEmpty() ? replay(api) : fork(api);
  }

  private int replay(WitanApi api) {
    Replay replay = api.replay(deliberation);
    Terminal terminal = environment.terminal();
    if (output.json) {
      terminal.out().println(Json.pretty(replay));
    } else {
      replay.transcript().forEach(terminal.out()::println);
      terminal.err().println(sum(replay, terminal));
    }
    return replay.identical() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private static String sum(Replay replay, Terminal terminal) {
    return replay.identical()
        ? terminal
            .style()
            .ok(
                "%d turns, byte for byte as recorded: sha256 %s"
                    .formatted(replay.turns(), replay.replayedDigest()))
        : terminal
            .style()
            .bad(
                "%d turns, not as recorded: %s"
                    .formatted(
                        replay.turns(),
                        String.join(
                            ", ",
                            replay.differences().stream().map(ReplayCommand::place).toList())));
  }

  private static String place(Replay.Difference difference) {
    return difference.turn() == 0
        ? "the ranking is another"
        : "turn %d is asked otherwise".formatted(difference.turn());
  }

  private int fork(WitanApi api) {
    Deliberation origin = api.deliberation(deliberation, Duration.ZERO);
    Map<String, String> models = new HashMap<>();
    swaps.forEach((agent, model) -> models.put(seat(origin, agent), model));
    Deliberation fork = api.fork(deliberation, models, Optional.ofNullable(from));
    Terminal terminal = environment.terminal();
    terminal.err().println("fork %s of %s".formatted(fork.deliberationId(), deliberation));
    while (!fork.ended()) {
      fork = api.deliberation(fork.deliberationId(), LOOK);
      terminal.err().println(progress(fork));
    }
    if (output.json) {
      terminal.out().println(Json.pretty(fork));
    } else {
      compare(origin, fork).print(terminal.out(), terminal.style());
    }
    if (!fork.completed()) {
      terminal.err().println(terminal.style().bad("the fork has no winner: " + fork.error()));
    }
    return fork.completed() ? ExitCode.OK : ExitCode.REFUSED;
  }

  /** What {@code agent-2} means: who sits on the second seat. */
  private static String seat(Deliberation origin, String name) {
    List<String> agents = origin.agents().stream().map(Deliberation.Agent::agentId).toList();
    if (agents.contains(name) || !name.matches("agent-\\d{1,2}")) {
      return name;
    }
    int seat = Integer.parseInt(name.substring("agent-".length()));
    if (seat < 1 || seat > agents.size()) {
      throw new Stop(
          ExitCode.USAGE,
          "--swap %s: there are %d seats, from agent-1 to agent-%d"
              .formatted(name, agents.size(), agents.size()));
    }
    return agents.get(seat - 1);
  }

  private static String progress(Deliberation fork) {
    long taken = fork.turns().stream().filter(Deliberation.Turn::taken).count();
    return fork.waitsFor()
        .map(reason -> "it waits: " + reason)
        .orElseGet(() -> "%d turns are taken".formatted(taken));
  }

  private static Table compare(Deliberation origin, Deliberation fork) {
    Table table = new Table("RANK", "AGENT", "SCORE", "BEFORE", "MODEL");
    for (Deliberation.Place place : fork.ranking()) {
      table.row(
          String.valueOf(place.rank()),
          place.agentId(),
          String.format(Locale.ROOT, "%.3f", place.score()),
          before(origin, place.agentId()),
          model(fork, place.agentId()));
    }
    return table;
  }

  private static String before(Deliberation origin, String agent) {
    return origin.ranking().stream()
        .filter(place -> place.agentId().equals(agent))
        .map(place -> String.format(Locale.ROOT, "rank %d, %.3f", place.rank(), place.score()))
        .findFirst()
        .orElse("");
  }

  private static String model(Deliberation fork, String agent) {
    return fork.agents().stream()
        .filter(one -> one.agentId().equals(agent))
        .map(Deliberation.Agent::model)
        .findFirst()
        .orElse("");
  }
}
