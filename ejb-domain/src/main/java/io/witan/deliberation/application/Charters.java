package io.witan.deliberation.application;

import io.witan.context.port.ContextPacks;
import io.witan.context.port.ContextQuery;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.Assignments;
import io.witan.deliberation.port.Councils;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what a deliberation is to start with: the text, what else is known, the agents. */
@Dependent
public class Charters {
  private static final int REVIEW_TOKENS = 2_000;

  private final Assignments assignments;
  private final ContextPacks packs;
  private final Councils councils;
  private final TurnRunner runner;
  private final DeliberationPolicy policy;
  private final TermsPolicy rules;
  private final StoryAccount account;
  private final TrackRecord trackRecord;
  private final Clock clock;

  @Inject
  public Charters(
      Assignments assignments,
      ContextPacks packs,
      Councils councils,
      TurnRunner runner,
      DeliberationRepository deliberations,
      DeliberationPolicy policy,
      TermsPolicy rules,
      TrackRecord trackRecord,
      Clock clock) {
    this.assignments = assignments;
    this.packs = packs;
    this.councils = councils;
    this.runner = runner;
    this.policy = policy;
    this.rules = rules;
    this.account = new StoryAccount(deliberations, rules);
    this.trackRecord = trackRecord;
    this.clock = clock;
  }

  Outcome<Charter> write(
      Command command, StartDeliberation.Request request, DeliberationId deliberation) {
    Subject subject = request.subject();
    Optional<Assignment> assignment = request.assignment().or(() -> assignments.find(subject));
    return assignment
        .map(found -> charter(command, request, deliberation, found))
        .orElseGet(() -> Refusal.notFound(subject.kind().wire(), subject.id()).asOutcome());
  }

  private Outcome<Charter> charter(
      Command command,
      StartDeliberation.Request request,
      DeliberationId deliberation,
      Assignment assignment) {
    Instant now = clock.instant();
    return agents(request)
        .then(
            agents ->
                terms(request, assignment, () -> mode(deliberation, request, agents), now)
                    .map(terms -> charter(command, request, assignment, agents, terms, now)));
  }

  private Charter charter(
      Command command,
      StartDeliberation.Request request,
      Assignment assignment,
      List<Agent> agents,
      Terms terms,
      Instant now) {
    List<Agent> seats = terms.mode().seats(agents, request.purpose());
    return new Charter(
        request.subject(),
        request.purpose(),
        assignment,
        pack(request, assignment, agents.get(0)),
        runner.name(),
        seats,
        command.actor().id(),
        now,
        command.traceId(),
        request.mandate(),
        terms.knowing(trackRecord.calibrations(request.purpose(), seats)),
        Optional.empty());
  }

  private Mode mode(
      DeliberationId deliberation, StartDeliberation.Request request, List<Agent> agents) {
    return trackRecord
        .favoured(request.purpose(), agents.get(0).role())
        .orElseGet(() -> Mode.inTurn(deliberation));
  }

  /** Refused when the story has nothing left to spend. */
  private Outcome<Terms> terms(
      StartDeliberation.Request request,
      Assignment assignment,
      Supplier<Mode> chosen,
      Instant now) {
    return account.open(
        assignment.storyId(), spent -> rules.terms(request.wish(), chosen, now, spent));
  }

  private Outcome<List<Agent>> agents(StartDeliberation.Request request) {
    return request.agents().isEmpty()
        ? councils.of(request.purpose().seats())
        : Outcome.done(request.agents());
  }

  private String pack(StartDeliberation.Request request, Assignment assignment, Agent reader) {
    Subject subject = request.subject();
    Optional<String> named = assignment.storyId().filter(id -> request.purpose().isNamedForStory());
    boolean story = named.isPresent() || subject.kind() == Subject.Kind.STORY;
    return packs
        .pack(
            new ContextQuery(
                story ? ContextQuery.Kind.STORY : ContextQuery.Kind.TASK,
                named.orElse(subject.id()),
                reader.role(),
                isReview(request)
                    ? Math.min(REVIEW_TOKENS, policy.packTokens())
                    : policy.packTokens(),
                ContextQuery.Scope.SURROUNDINGS))
        .text();
  }

  /** A review is about a story, seen by one role: what is known about the story helps. */
  private static boolean isReview(StartDeliberation.Request request) {
    return request.purpose() == Purpose.REVIEW;
  }
}
