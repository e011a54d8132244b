package io.witan.deliberation.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Agents propose, criticise each other in a ring and revise; the best proposal wins.
 *
 * <p>It is pending until the first turn is recorded, then running. When no turn is left it
 * completes with a ranking, or fails when no proposal came; it can be cancelled and given up while
 * it is open. What to do next follows from the recorded turns alone, so whoever reads it can go on
 * with it.
 *
 * @param turns those recorded so far, in the order of their places
 * @param ending present when it has ended
 */
public record Deliberation(
    DeliberationId id, Charter charter, List<Turn> turns, Optional<Ending> ending, long version) {

  public Deliberation {
    turns = turns.stream().sorted(Comparator.comparing(turn -> turn.slot().sequence())).toList();
  }

  public static Change<Deliberation, DeliberationEvent> start(DeliberationId id, Charter charter) {
    return new Change<>(
        new Deliberation(id, charter, List.of(), Optional.empty(), 1),
        new DeliberationEvent.DeliberationStarted(id, charter));
  }

  public Status status() {
    if (ending.isPresent()) {
      return ending.get() instanceof Ending.Completed ? Status.COMPLETED : Status.FAILED;
    }
    return turns.isEmpty() ? Status.PENDING : Status.RUNNING;
  }

  public boolean isOpen() {
    return ending.isEmpty();
  }

  /** All places that are known so far, taken or not; later phases appear when they are reached. */
  public List<TurnSlot> slots() {
    return procedure().slots();
  }

  /** The turns to take now, side by side; empty when nothing is left to do. */
  public List<TurnSlot> next() {
    return isOpen() ? procedure().open() : List.of();
  }

  /** The recorded turn at a place. */
  public Optional<Turn> turn(TurnSlot slot) {
    return turns.stream().filter(turn -> turn.slot().sequence() == slot.sequence()).findFirst();
  }

  /** The agent's first proposal to the letter, if there is one. */
  public Optional<String> draftText(AgentId author) {
    return procedure().draft(author).flatMap(Turn::said).map(Turn.Said::text);
  }

  /** The scores by which the agent's proposal is ranked, each as its judge said it. */
  public List<Judgement> judgements(AgentId author) {
    return procedure().judgements(author);
  }

  /** The proposal that a turn at that place is about: as its author wrote it before. */
  public Optional<Turn.Said> material(TurnSlot slot) {
    return procedure().latest(slot.about().orElse(slot.agent()), slot).flatMap(Turn::said);
  }

  /** What an author is to revise with at a place. */
  public Optional<Critique> critiqueFor(TurnSlot revision) {
    return procedure().critiqueFor(revision);
  }

  /** The proposals that a ballot at that place is about, in the order in which they are shown. */
  public List<Turn.Said> candidates(TurnSlot ballot) {
    Procedure procedure = procedure();
    return procedure.candidates(ballot.agent()).stream()
        .map(author -> procedure.latest(author, ballot).flatMap(Turn::said).orElseThrow())
        .toList();
  }

  /** What its turns have cost so far. */
  public Budget spent() {
    return turns.stream().map(turn -> turn.cost().spent()).reduce(Budget.NOTHING, Budget::plus);
  }

  /** The order of the proposals, best first; empty unless it has completed. */
  public List<Ranked> ranking() {
    return ending
        .filter(Ending.Completed.class::isInstance)
        .map(end -> ((Ending.Completed) end).ranking())
        .orElse(List.of());
  }

  /** The best proposal; absent unless it has completed. */
  public Optional<Ranked> winner() {
    return ranking().stream().findFirst();
  }

  /** Why it ended with less than it was to have, if it did; then a person should look at it. */
  public Optional<Cut> cut() {
    return ending
        .filter(Ending.Completed.class::isInstance)
        .flatMap(end -> ((Ending.Completed) end).cut());
  }

  /** Why it failed, if it did. */
  public Optional<String> failure() {
    return ending
        .filter(Ending.Failed.class::isInstance)
        .map(end -> ((Ending.Failed) end).reason());
  }

  /**
   * Keeps a turn that was taken; refused when there is one at its place, or none is wanted there.
   *
   * @param request what the agent was asked, to the letter
   */
  public Outcome<Change<Deliberation, DeliberationEvent>> record(
      Turn turn, String request, Instant at) {
    if (!next().contains(turn.slot())) {
      return illegal(
          "record turn %d".formatted(turn.slot().sequence()),
          next().stream().map(slot -> "turn " + slot.sequence()).toList());
    }
    List<Turn> more = new ArrayList<>(turns);
    more.add(turn);
    return Outcome.done(
        new Change<>(
            new Deliberation(id, charter, more, ending, version + 1),
            new DeliberationEvent.TurnRecorded(id, turn, request, at)));
  }

  /** Ends it by what was said: with the ranking, or as failed when no proposal came. */
  public Outcome<Change<Deliberation, DeliberationEvent>> conclude(Instant at) {
    if (!isOpen() || !next().isEmpty()) {
      return illegal("end", isOpen() ? List.of("record the missing turns") : List.of());
    }
    return end(Optional.empty(), at);
  }

  /** Ends it before its last turn with what was said, or as failed when no proposal came. */
  public Outcome<Change<Deliberation, DeliberationEvent>> cut(Cut cut, Instant at) {
    return isOpen() ? end(Optional.of(cut), at) : illegal("be cut short", List.of());
  }

  private Outcome<Change<Deliberation, DeliberationEvent>> end(Optional<Cut> cut, Instant at) {
    List<Ranked> ranking = procedure().ranking();
    if (ranking.isEmpty()) {
      return fail(
          "no agent made a usable proposal: " + cut.map(Cut::detail).orElseGet(this::reasons), at);
    }
    return Outcome.done(
        new Change<>(
            ended(new Ending.Completed(ranking, cut, at)),
            new DeliberationEvent.DeliberationCompleted(id, ranking, cut, at)));
  }

  /** Gives it up. */
  public Outcome<Change<Deliberation, DeliberationEvent>> fail(String reason, Instant at) {
    if (!isOpen()) {
      return illegal("fail", List.of());
    }
    return Outcome.done(
        new Change<>(
            ended(new Ending.Failed(reason, at)),
            new DeliberationEvent.DeliberationFailed(id, reason, at)));
  }

  /** Ends it because somebody wants so; what was recorded stays. */
  public Outcome<Change<Deliberation, DeliberationEvent>> cancel(ActorId by, Instant at) {
    if (!isOpen()) {
      return illegal("be cancelled", List.of());
    }
    return Outcome.done(
        new Change<>(
            ended(new Ending.Failed("cancelled by " + by, at)),
            new DeliberationEvent.DeliberationCancelled(id, by, at)));
  }

  private Deliberation ended(Ending how) {
    return new Deliberation(id, charter, turns, Optional.of(how), version + 1);
  }

  private String reasons() {
    return String.join(
        "; ",
        turns.stream()
            .flatMap(turn -> turn.failure().map(why -> turn.slot().agent() + ": " + why).stream())
            .toList());
  }

  private <T> Outcome<T> illegal(String deed, List<String> legal) {
    String ways = legal.isEmpty() ? "nothing, it has ended" : String.join(", ", legal);
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "deliberation %s cannot %s while %s; legal: %s".formatted(id, deed, status(), ways)));
  }

  private Procedure procedure() {
    return new Procedure(charter, turns);
  }
}
