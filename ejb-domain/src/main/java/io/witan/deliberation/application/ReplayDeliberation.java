package io.witan.deliberation.application;

import io.witan.deliberation.domain.Contribution;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.port.AnswerReader;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.PromptBook;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a deliberation once more without a model: it begins with the charter alone, writes
 * every request anew, takes the recorded answers with what was checked about them, reads them
 * again, and ranks. Nothing is written.
 */
@Dependent
public class ReplayDeliberation {
  private final DeliberationRepository deliberations;
  private final PromptBook prompts;
  private final AnswerReader answers;

  @Inject
  public ReplayDeliberation(
      DeliberationRepository deliberations, PromptBook prompts, AnswerReader answers) {
    this.deliberations = deliberations;
    this.prompts = prompts;
    this.answers = answers;
  }

  /**
   * One turn of both.
   *
   * @param recordedRequest what the agent was asked, to the letter
   * @param request what it would be asked now, to the letter
   */
  public record Step(Turn turn, String recordedRequest, String request) {
    /** Whether it would be asked the same, to the letter. */
    public boolean isSame() {
      return request.equals(recordedRequest);
    }
  }

  /**
   * What came of it.
   *
   * @param ranking as it comes out now; empty while the deliberation is open or when it failed
   * @param unreached recorded turns that were not wanted this time
   */
  public record Replay(
      Deliberation recorded, List<Step> steps, List<Ranked> ranking, List<TurnSlot> unreached) {

    /** Whether all requests, all turns and the ranking are the same. */
    public boolean isIdentical() {
      return unreached.isEmpty()
          && steps.stream().allMatch(Step::isSame)
          && ranking.equals(recorded.ranking());
    }
  }

  /** Replays one, also one that is open: as far as it has come. */
  public Outcome<Replay> replay(DeliberationId id) {
    return Outcome.found("deliberation", id, deliberations.find(id)).map(this::replay);
  }

  private Replay replay(Deliberation recorded) {
    Instant at = recorded.charter().createdAt();
    Deliberation current = Deliberation.start(recorded.id(), recorded.charter()).after();
    List<Step> steps = new ArrayList<>();
    Optional<Turn> next = nextRecorded(current, recorded);
    while (next.isPresent()) {
      Turn turn = next.get();
      steps.add(step(current, turn));
      current = taken(current, understood(recorded, turn), at);
      next = nextRecorded(current, recorded);
    }
    return new Replay(recorded, steps, ranking(current, recorded, at), unreached(recorded, steps));
  }

  /** Of the turns that are wanted, the first that was recorded. */
  private static Optional<Turn> nextRecorded(Deliberation current, Deliberation recorded) {
    return current.next().stream()
        .sorted(Comparator.comparing(TurnSlot::sequence))
        .flatMap(slot -> recorded.turn(slot).filter(turn -> turn.slot().equals(slot)).stream())
        .findFirst();
  }

  private Step step(Deliberation current, Turn turn) {
    TurnKey key = new TurnKey(current.id(), turn.slot().sequence());
    return new Step(
        turn,
        deliberations.requestOf(key).orElse(""),
        OpenTurn.of(current, turn.slot(), 0, prompts, current.charter().createdAt()).request());
  }

  private Turn understood(Deliberation recorded, Turn turn) {
    return turn.said()
        .map(said -> new Turn.Said(said.text(), read(recorded, turn, said), said.checks()))
        .map(said -> new Turn(turn.slot(), turn.requestDigest(), turn.cost(), said))
        .orElse(turn);
  }

  private Contribution read(Deliberation recorded, Turn turn, Turn.Said said) {
    return answers.read(recorded.charter().purpose(), turn.slot().kind(), said.text());
  }

  private static Deliberation taken(Deliberation current, Turn turn, Instant at) {
    return kept(current.record(turn, "", at).map(Change::after));
  }

  private static List<Ranked> ranking(Deliberation current, Deliberation recorded, Instant at) {
    if (recorded.ranking().isEmpty()) {
      return List.of();
    }
    boolean isCut = recorded.cut().isPresent();
    if (!isCut && !current.next().isEmpty()) {
      // A turn that this replay wants was never recorded: there is no end to come to.
      return List.of();
    }
    return kept(
        recorded
            .cut()
            .map(cut -> current.cut(cut, at))
            .orElseGet(() -> current.conclude(at))
            .map(change -> change.after().ranking()));
  }

  private static <T> T kept(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new IllegalStateException(refusal.message());
        });
  }

  private static List<TurnSlot> unreached(Deliberation recorded, List<Step> steps) {
    List<Integer> reached = steps.stream().map(step -> step.turn().slot().sequence()).toList();
    return recorded.turns().stream()
        .map(Turn::slot)
        .filter(slot -> !reached.contains(slot.sequence()))
        .toList();
  }
}
