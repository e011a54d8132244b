package io.witan.executor;

import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Ballot;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Rehearses a turn without a model: what it answers is made of the words of the story by fixed
 * rules, so the same request always gets the same answer.
 *
 * <p>It shows the way of a deliberation on a machine without a GPU and in tests. It knows nothing
 * about software; everything that it writes says that it is a rehearsal.
 */
final class RehearsalTurnRunner implements TurnRunner {
  /** The name of the runner and of its model. */
  static final String NAME = "rehearsal";

  private static final int CHARACTERS_PER_TOKEN = 4;

  private final Duration pace;

  /** How long every turn is to take; zero answers at once. */
  RehearsalTurnRunner(Duration pace) {
    this.pace = pace;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String model() {
    return NAME;
  }

  @Override
  public boolean callsAddresses() {
    return false;
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    if (pace.isZero()) {
      return CompletableFuture.completedFuture(answer(request));
    }
    Executor later = CompletableFuture.delayedExecutor(pace.toMillis(), TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> answer(request), later);
  }

  private static TurnResult answer(TurnRequest request) {
    String text = text(request.facts());
    Prompt prompt = request.prompt();
    return new TurnResult(text, tokens(prompt.system() + prompt.user()), tokens(text), NAME);
  }

  private static String text(TurnFacts facts) {
    return switch (facts.kind()) {
      case PROPOSE -> AnswerJson.of(propose(facts));
      case CRITIQUE -> AnswerJson.of(critique(facts));
      case REVISE -> AnswerJson.of(revise(facts));
      case BALLOT -> AnswerJson.of(ballot(facts));
    };
  }

  private static Proposal propose(TurnFacts facts) {
    Approach approach = Approach.ofSeat(facts.seat());
    return switch (facts.purpose()) {
      case PLAN -> RehearsedPlan.propose(approach, facts);
      case IMPLEMENT -> RehearsedWork.propose(approach, facts);
      case REVIEW -> RehearsedReview.propose(approach, facts);
      case DERIVE -> RehearsedDerivation.propose(approach, facts);
      case READINESS -> RehearsedReadiness.propose(approach, facts);
      case JUDGE_DESIGN, JUDGE_TESTS -> RehearsedVerdict.propose(approach, facts);
    };
  }

  private static Critique critique(TurnFacts facts) {
    return RehearsedCritique.of(facts.draft().orElseThrow(), facts.assignment());
  }

  private static Ballot ballot(TurnFacts facts) {
    return new Ballot(
        facts.options().stream().map(option -> mark(option, facts.assignment())).toList());
  }

  private static Ballot.Mark mark(TurnFacts.Option option, Assignment assignment) {
    Critique critique = RehearsedCritique.of(option.proposal(), assignment);
    return new Ballot.Mark(option.label(), critique.score(), critique.text());
  }

  private static Proposal revise(TurnFacts facts) {
    return RehearsedRevision.of(
        facts.draft().orElseThrow(), facts.critique().orElseThrow(), facts.assignment());
  }

  private static int tokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }
}
