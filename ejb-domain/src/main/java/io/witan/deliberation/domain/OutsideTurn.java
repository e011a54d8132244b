package io.witan.deliberation.domain;

import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnAnswered;
import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnAsked;
import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnFailed;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A turn that an agent from outside was asked to take, by a message.
 *
 * <p>It waits until the agent answers or says that it failed; either counts once, and is kept until
 * whoever drives the deliberation fetches it, however much later. When an answer is of no use, or
 * none came in time, the turn is asked for again and waits anew.
 *
 * @param asked whom, and when
 * @param state what came of it
 */
public record OutsideTurn(TurnKey key, Asked asked, State state, long version) {

  /**
   * What was asked for.
   *
   * @param times how often, from 1
   * @param first when for the first time
   * @param deadline nobody waits longer for what was asked last
   */
  public record Asked(
      AgentId agent,
      Role role,
      TurnKind kind,
      Optional<String> storyId,
      int times,
      Instant first,
      Instant deadline) {
    public Asked {
      Objects.requireNonNull(agent, "agent");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(storyId, "storyId");
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(deadline, "deadline");
    }

    private Asked again(Instant nextDeadline) {
      return new Asked(agent, role, kind, storyId, times + 1, first, nextDeadline);
    }
  }

  /** What came of it. */
  public sealed interface State {}

  /** Nothing yet. */
  public record Waiting() implements State {}

  /** The agent answered. */
  public record Answered(Reply reply, Instant at) implements State {}

  /** The agent could not answer. */
  public record Failed(String reason, Instant at) implements State {}

  public OutsideTurn {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(state, "state");
  }

  public OutsideTurnId id() {
    return OutsideTurnId.of(key);
  }

  /** Asks for the first time. */
  public static Change<OutsideTurn, OutsideTurnEvent> ask(
      TurnKey key, Question question, Instant at, Instant deadline) {
    Asked asked =
        new Asked(
            question.agent(),
            question.role(),
            question.kind(),
            question.storyId(),
            1,
            at,
            deadline);
    return new Change<>(
        new OutsideTurn(key, asked, new Waiting(), 1),
        new OutsideTurnAsked(key, question, deadline, at));
  }

  /** Asks once more: what came before was of no use, or nothing came. */
  public Change<OutsideTurn, OutsideTurnEvent> askAgain(
      Question question, Instant at, Instant deadline) {
    return new Change<>(
        new OutsideTurn(key, asked.again(deadline), new Waiting(), version + 1),
        new OutsideTurnAsked(key, question, deadline, at));
  }

  /** Keeps an answer, unless there is one; only the agent that was asked may give it. */
  public Outcome<Change<OutsideTurn, OutsideTurnEvent>> answer(
      AgentId by, Reply reply, Instant at) {
    return mayBeEnded(by, "be answered")
        .map(
            open ->
                new Change<>(
                    with(new Answered(reply, at)), new OutsideTurnAnswered(key, reply, at)));
  }

  /** Keeps that the agent cannot answer. */
  public Outcome<Change<OutsideTurn, OutsideTurnEvent>> fail(
      AgentId by, String reason, String kindOfError, Instant at) {
    return mayBeEnded(by, "fail")
        .map(
            open ->
                new Change<>(
                    with(new Failed(reason, at)),
                    new OutsideTurnFailed(key, reason, kindOfError, at)));
  }

  private Outcome<OutsideTurn> mayBeEnded(AgentId by, String deed) {
    if (!asked.agent().isSameAgent(by)) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.FORBIDDEN,
              "%s may not speak in turn %s: %s was asked".formatted(by, id(), asked.agent())));
    }
    return state instanceof Waiting ? Outcome.done(this) : tooLate(deed);
  }

  /** Refuses an answer that nobody waits for any more. */
  public <T> Outcome<T> tooLate(String deed) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "turn %s cannot %s any more: %s".formatted(id(), deed, why())));
  }

  private String why() {
    if (state instanceof Answered) {
      return "it has an answer";
    }
    return state instanceof Failed ? "it has failed" : "its deliberation went on without it";
  }

  private OutsideTurn with(State next) {
    return new OutsideTurn(key, asked, next, version + 1);
  }
}
