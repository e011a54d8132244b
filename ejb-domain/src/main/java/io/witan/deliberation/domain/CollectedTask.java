package io.witan.deliberation.domain;

import io.witan.deliberation.domain.CollectedTaskEvent.AgentHeard;
import io.witan.deliberation.domain.CollectedTaskEvent.CollectedTaskRemoved;
import io.witan.deliberation.domain.CollectedTaskEvent.CollectedTaskTimedOut;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A task that agents from outside work on by themselves: nobody here asked, and what they answer is
 * collected.
 *
 * <p>It begins with the first that speaks. When as many have spoken as were announced it completes,
 * or fails if none of them had an answer; when they do not come in time it fails. Some time later
 * it is removed, and its name may be used again.
 *
 * @param expected how many agents were announced; the first number that is named counts
 * @param heard in the order in which they spoke, each agent once
 * @param ending absent while it is in progress
 */
public record CollectedTask(
    CollectedTaskId id,
    Optional<Integer> expected,
    List<Heard> heard,
    Instant startedAt,
    Optional<End> ending,
    boolean removed,
    long version) {

  /** How far it is. */
  public enum Status {
    IN_PROGRESS,
    COMPLETED,
    FAILED
  }

  /**
   * What one agent said.
   *
   * @param role as far as it says so
   * @param answer absent when it has none
   * @param error why it has none; absent when it has one
   * @param duration how long it says that it took
   */
  public record Heard(
      AgentId agent,
      Optional<Role> role,
      Optional<String> answer,
      Optional<String> error,
      Duration duration,
      Instant at) {
    public Heard {
      Objects.requireNonNull(agent, "agent");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(duration, "duration");
      Objects.requireNonNull(at, "at");
      if (answer.isPresent() == error.isPresent()) {
        throw new IllegalArgumentException("an agent answers or says why not");
      }
    }

    public static Heard answer(
        AgentId agent, Optional<Role> role, String answer, Duration duration, Instant at) {
      return new Heard(agent, role, Optional.of(answer), Optional.empty(), duration, at);
    }

    public static Heard failure(AgentId agent, Optional<Role> role, String error, Instant at) {
      return new Heard(agent, role, Optional.empty(), Optional.of(error), Duration.ZERO, at);
    }
  }

  /**
   * What an agent says besides: it is told on with what was heard, and not kept.
   *
   * @param story to which story it says that the task belongs
   * @param checksPassed whether it says that its checks have passed
   * @param kindOfError of what kind it says that its error is
   */
  public record Aside(
      Optional<String> story, Optional<Boolean> checksPassed, Optional<String> kindOfError) {
    private static final Aside NOTHING =
        new Aside(Optional.empty(), Optional.empty(), Optional.empty());

    public static Aside nothing() {
      return NOTHING;
    }
  }

  /**
   * How it ended.
   *
   * @param failure why it failed; absent when it completed
   */
  public record End(Optional<String> failure, Instant at) {}

  public CollectedTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(ending, "ending");
    heard = List.copyOf(heard);
  }

  /**
   * Keeps what an agent said about a task that may not be known yet.
   *
   * @param announced how many agents work on it, if this one says so
   * @param aside what the agent said besides
   */
  public static Outcome<Change<CollectedTask, CollectedTaskEvent>> hear(
      CollectedTaskId id,
      Optional<CollectedTask> kept,
      Heard said,
      Optional<Integer> announced,
      Aside aside,
      Instant now) {
    long version = kept.map(CollectedTask::version).orElse(0L);
    return kept.filter(known -> !known.removed)
        .orElseGet(
            () ->
                new CollectedTask(
                    id, Optional.empty(), List.of(), now, Optional.empty(), false, version))
        .hear(said, announced, aside, now);
  }

  private Outcome<Change<CollectedTask, CollectedTaskEvent>> hear(
      Heard said, Optional<Integer> announced, Aside aside, Instant now) {
    if (ending.isPresent()) {
      return tooLate(said.agent(), "it has ended");
    }
    if (heard.stream().anyMatch(before -> before.agent().equals(said.agent()))) {
      return tooLate(said.agent(), "it has spoken already");
    }
    List<Heard> more = new ArrayList<>(heard);
    more.add(said);
    CollectedTask open =
        new CollectedTask(
            id, expected.or(() -> announced), more, startedAt, ending, false, version + 1);
    CollectedTask after = open.endedIfComplete(now);
    return Outcome.done(new Change<>(after, new AgentHeard(id, said, after.ending, aside)));
  }

  private <T> Outcome<T> tooLate(AgentId agent, String why) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "%s cannot speak about task %s any more: %s".formatted(agent, id, why)));
  }

  private CollectedTask endedIfComplete(Instant now) {
    if (!isComplete()) {
      return this;
    }
    return ended(
        answers().findAny().isPresent() ? Optional.empty() : Optional.of("All agents failed"), now);
  }

  private CollectedTask ended(Optional<String> failure, Instant now) {
    return new CollectedTask(
        id, expected, heard, startedAt, Optional.of(new End(failure, now)), false, version);
  }

  /** Gives up one that is in progress; what was heard stays. */
  public Outcome<Change<CollectedTask, CollectedTaskEvent>> timeOut(
      Duration patience, Instant now) {
    if (ending.isPresent() || startedAt.plus(patience).isAfter(now)) {
      return illegal("time out");
    }
    String reason = "Timeout after %ds".formatted(patience.toSeconds());
    CollectedTask after = ended(Optional.of(reason), now).next();
    return Outcome.done(new Change<>(after, new CollectedTaskTimedOut(id, reason, now)));
  }

  /** Forgets one that has ended, all that was heard with it. */
  public Outcome<Change<CollectedTask, CollectedTaskEvent>> remove(Duration keep, Instant now) {
    if (removed || ending.filter(end -> !end.at().plus(keep).isAfter(now)).isEmpty()) {
      return illegal("be removed");
    }
    return Outcome.done(
        new Change<>(
            new CollectedTask(id, expected, List.of(), startedAt, ending, true, version + 1),
            new CollectedTaskRemoved(id, now)));
  }

  private CollectedTask next() {
    return new CollectedTask(id, expected, heard, startedAt, ending, removed, version + 1);
  }

  private <T> Outcome<T> illegal(String deed) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "task %s cannot %s now: it is %s".formatted(id, deed, removed ? "REMOVED" : status())));
  }

  public Status status() {
    return ending
        .map(end -> end.failure().isPresent() ? Status.FAILED : Status.COMPLETED)
        .orElse(Status.IN_PROGRESS);
  }

  /** Whether as many have spoken as were announced; one that failed otherwise came too late. */
  public boolean isComplete() {
    return expected.filter(many -> heard.size() >= many).isPresent();
  }

  /** Those who had an answer. */
  public Stream<Heard> answers() {
    return heard.stream().filter(one -> one.answer().isPresent());
  }

  /** Those who had none. */
  public Stream<Heard> failures() {
    return heard.stream().filter(one -> one.error().isPresent());
  }
}
