package io.witan.deliberation.application;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** What all deliberations of a story may spend together, asked when one begins. */
final class StoryAccount {
  private final DeliberationRepository deliberations;
  private final Budget most;

  StoryAccount(DeliberationRepository deliberations, TermsPolicy rules) {
    this.deliberations = deliberations;
    this.most = rules.story();
  }

  /**
   * The terms of one that begins; refused when the story has nothing left to spend.
   *
   * @param story absent when it is about none
   * @param terms by what the others of the story have spent, or may spend
   */
  Outcome<Terms> open(Optional<String> story, Function<Budget, Terms> terms) {
    Budget spent =
        most.equals(Budget.UNLIMITED)
            ? Budget.NOTHING
            : story.map(deliberations::committedOn).orElse(Budget.NOTHING);
    Terms wanted = terms.apply(spent);
    return wanted.budget().isUsedUp()
        ? Outcome.refused(
            Refusal.of(
                Refusal.Code.LIMIT_EXCEEDED,
                "the deliberations of story %s may spend %s, and %s are spent or set aside"
                    .formatted(story.orElse("?"), most.readable(), spent.readable())))
        : Outcome.done(wanted);
  }

  /** The same terms, for one that may spend no more than is left. */
  Outcome<Terms> again(Optional<String> story, Terms first) {
    return open(story, spent -> first.spendingAtMost(most.minus(spent)));
  }
}
