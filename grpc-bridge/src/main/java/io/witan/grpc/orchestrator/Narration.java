package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells how a deliberation goes on, to one who watches it: each turn once, and how it ended. Stage
 * and percentage never go back.
 */
final class Narration {
  private static final int ALMOST = 99;
  private static final int DONE = 100;

  private final Consumer<DeliberationUpdate> watcher;
  private final Set<Integer> told = new HashSet<>();
  private Stage stage = Stage.GENERATING;
  private boolean begun;

  /** How far it is; the wire name is in lower case. */
  private enum Stage {
    GENERATING,
    REVIEWING,
    SCORING,
    COMPLETE;

    static Stage of(TurnSlot slot) {
      return switch (slot.kind()) {
        case PROPOSE -> GENERATING;
        case CRITIQUE, REVISE -> REVIEWING;
        case BALLOT -> SCORING;
      };
    }

    Stage orLater(Stage other) {
      return compareTo(other) < 0 ? other : this;
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Narration(Consumer<DeliberationUpdate> watcher) {
    this.watcher = watcher;
  }

  /** Tells what is new in it. */
  void see(Deliberation now) {
    if (!begun) {
      begun = true;
      watcher.accept(update(0, "the agents begin to write").build());
    }
    now.turns().stream()
        .filter(turn -> told.add(turn.slot().sequence()))
        .forEach(turn -> tell(now, turn));
    if (now.winner().isPresent()) {
      end(now);
    }
  }

  private void tell(Deliberation now, Turn turn) {
    stage = stage.orLater(Stage.of(turn.slot()));
    DeliberationUpdate.Builder update =
        update(percent(now.charter()), step(turn)).setCurrentAgent(turn.slot().agent().value());
    partial(now, turn).ifPresent(update::setPartialResult);
    watcher.accept(update.build());
  }

  private void end(Deliberation now) {
    stage = Stage.SCORING;
    watcher.accept(update(ALMOST, "the proposals are ranked").build());
    stage = Stage.COMPLETE;
    DeliberationResult winner = DeliberationMessages.results(now).get(0);
    watcher.accept(
        update(DONE, "the proposal of %s wins".formatted(winner.getProposal().getAuthorId()))
            .setCurrentAgent(winner.getProposal().getAuthorId())
            .setPartialResult(winner)
            .build());
  }

  private DeliberationUpdate.Builder update(int percent, String step) {
    return DeliberationUpdate.newBuilder()
        .setStatus(stage.wire())
        .setProgressPercent(percent)
        .setCurrentStep(step);
  }

  /** Of the turns that there can be at most; where some fall away it ends with a leap. */
  private int percent(Charter charter) {
    int most = charter.terms().phases(charter.purpose()) * charter.agents().size();
    return Math.min(ALMOST, ALMOST * told.size() / most);
  }

  private static String step(Turn turn) {
    AgentId agent = turn.slot().agent();
    return turn.failure()
        .map(why -> "%s gave no usable answer: %s".formatted(agent, why))
        .orElseGet(
            () ->
                switch (turn.slot().kind()) {
                  case PROPOSE -> agent + " wrote a proposal";
                  case CRITIQUE ->
                      "%s criticised the proposal of %s"
                          .formatted(agent, turn.slot().about().orElseThrow());
                  case REVISE -> agent + " revised its proposal";
                  case BALLOT -> agent + " marked the proposals of the others";
                });
  }

  /** The proposal that was written, or criticised; a ballot is about several. */
  private static Optional<DeliberationResult> partial(Deliberation now, Turn turn) {
    AgentId author = turn.slot().about().orElse(turn.slot().agent());
    Optional<String> text =
        turn.proposal().isPresent()
            ? turn.said().map(Turn.Said::text)
            : turn.critique().flatMap(any -> now.material(turn.slot()).map(Turn.Said::text));
    double score = turn.critique().map(Critique::score).orElse(0.0);
    return text.map(words -> DeliberationMessages.partial(now, author, words, score));
  }
}
