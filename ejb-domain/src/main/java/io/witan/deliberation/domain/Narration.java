package io.witan.deliberation.domain;

import io.witan.deliberation.domain.Progress.Partial;
import io.witan.deliberation.domain.Progress.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells how a deliberation goes on, to one who watches it: what was recorded first, then each turn
 * once, and how it ended. Stage and percentage never go back. It belongs to one thread at a time.
 */
public final class Narration {
  private static final int ALMOST = 99;
  private static final int DONE = 100;

  private Told told;
  private Stage stage = Stage.GENERATING;

  private Narration(Told told) {
    this.told = told;
  }

  /** For one who knows nothing yet. */
  public static Narration fromTheBeginning() {
    return new Narration(Told.NOTHING);
  }

  /** For one who comes back. */
  public static Narration after(Told seen) {
    return new Narration(seen);
  }

  /** What is new in it, in order; its end is told each time. */
  public List<Progress> see(Deliberation now) {
    List<Progress> news = new ArrayList<>();
    if (!told.ofBeginning()) {
      told = told.withBeginning();
      news.add(plain(percent(now), "the agents begin to write"));
    }
    for (Turn turn : now.turns()) {
      stage = stage.orLater(Stage.of(turn.slot().kind()));
      if (!told.of(turn)) {
        told = told.with(turn);
        news.add(turn(now, turn));
      }
    }
    now.ending().ifPresent(ending -> news.addAll(end(now)));
    return news;
  }

  private Progress turn(Deliberation now, Turn turn) {
    return new Progress(
        told,
        stage,
        percent(now),
        step(turn),
        Optional.of(turn.slot().agent()),
        partial(now, turn),
        Optional.empty());
  }

  private List<Progress> end(Deliberation now) {
    return now.winner().map(this::won).orElseGet(() -> List.of(failed(now)));
  }

  private List<Progress> won(Ranked winner) {
    stage = Stage.SCORING;
    Progress ranked = plain(ALMOST, "the proposals are ranked");
    stage = Stage.COMPLETE;
    return List.of(
        ranked,
        new Progress(
            told,
            stage,
            DONE,
            "the proposal of %s wins".formatted(winner.agent()),
            Optional.of(winner.agent()),
            Optional.of(
                new Partial(
                    winner.agent(), winner.text(), winner.score(), Optional.of(winner.rank()))),
            Optional.empty()));
  }

  private Progress failed(Deliberation now) {
    stage = Stage.FAILED;
    return new Progress(
        told,
        stage,
        percent(now),
        "there is no winner",
        Optional.empty(),
        Optional.empty(),
        now.failure());
  }

  private Progress plain(int percent, String step) {
    return new Progress(
        told, stage, percent, step, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Of the turns that there can be at most; where some fall away it ends with a leap. */
  private int percent(Deliberation now) {
    Charter charter = now.charter();
    int most = charter.terms().phases(charter.purpose()) * charter.agents().size();
    return Math.min(ALMOST, ALMOST * told.turns() / most);
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
  private static Optional<Partial> partial(Deliberation now, Turn turn) {
    AgentId author = turn.slot().about().orElse(turn.slot().agent());
    Optional<String> text =
        turn.proposal().isPresent()
            ? turn.said().map(Turn.Said::text)
            : turn.critique().flatMap(any -> now.material(turn.slot()).map(Turn.Said::text));
    double score = turn.critique().map(Critique::score).orElse(0.0);
    return text.map(words -> new Partial(author, words, score, Optional.empty()));
  }
}
