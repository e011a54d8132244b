package io.witan.planning.port;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository.Filter;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.testing.ListedRepositoryContract;
import io.witan.testing.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation keeps. */
public abstract class DerivationRepositoryContract {
  private final Plan plan = aPlan().approved().build();
  private final DerivationId id = DerivationId.of(plan.id());

  protected abstract Transactions transactions();

  protected abstract DerivationRepository derivations();

  private void save(Change<TaskDerivation, DerivationEvent> change) {
    assertThat(
            value(
                transactions()
                    .run(
                        Command.by(Actor.system()),
                        () -> {
                          derivations().save(change);
                          return Outcome.done(true);
                        })))
        .isTrue();
  }

  private TaskDerivation change(
      Function<TaskDerivation, Change<TaskDerivation, DerivationEvent>> next) {
    return value(
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  Change<TaskDerivation, DerivationEvent> change =
                      next.apply(derivations().lock(id).orElseThrow());
                  derivations().save(change);
                  return Outcome.done(change.after());
                }));
  }

  @BeforeEach
  void one_that_is_requested() {
    save(TaskDerivation.request(plan, "D-1", new ActorId("paula"), Moments.NOON));
  }

  @Test
  void one_that_is_requested_is_found() {
    assertThat(derivations().find(id))
        .contains(TaskDerivation.request(plan, "D-1", new ActorId("paula"), Moments.NOON).after());
  }

  @Test
  void one_that_failed_says_why() {
    TaskDerivation failed = change(one -> one.failed("T1 -> T2 -> T1", Moments.NOON));

    assertThat(derivations().find(id)).contains(failed);
    assertThat(failed.reason()).isEqualTo("T1 -> T2 -> T1");
  }

  @Test
  void one_that_is_derived_says_how_many() {
    TaskDerivation derived = change(one -> one.derived(3, List.of(), Moments.NOON));

    assertThat(derivations().find(id)).contains(derived);
    assertThat(derived.tasks()).isEqualTo(3);
  }

  @Test
  void they_are_listed_by_status_and_story_together_the_oldest_first() {
    StoryId story = new StoryId("s-" + UUID.randomUUID());
    TaskDerivation second = failed(story, Moments.NOON);
    TaskDerivation first = failed(story, Moments.MORNING);
    save(requestOf(aPlan().of(story).approved().build(), Moments.NOON));
    TaskDerivation elsewhere = failed(new StoryId("s-" + UUID.randomUUID()), Moments.NOON);

    assertThat(listed(Optional.of(DerivationStatus.FAILED), Optional.of(story)))
        .containsExactly(first, second);
    assertThat(listed(Optional.of(DerivationStatus.FAILED), Optional.empty()))
        .contains(first, second, elsewhere)
        .allMatch(TaskDerivation::requiresManualReview);
    assertThat(listed(Optional.empty(), Optional.of(story))).hasSize(3);
    assertThat(listed(Optional.empty(), Optional.empty())).contains(first, elsewhere);
  }

  private TaskDerivation failed(StoryId story, Instant at) {
    Change<TaskDerivation, DerivationEvent> requested =
        requestOf(aPlan().of(story).approved().build(), at);
    save(requested);
    return value(
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  Change<TaskDerivation, DerivationEvent> failed =
                      derivations()
                          .lock(requested.after().id())
                          .orElseThrow()
                          .failed("nobody came", Moments.NOON);
                  derivations().save(failed);
                  return Outcome.done(failed.after());
                }));
  }

  private static Change<TaskDerivation, DerivationEvent> requestOf(Plan approved, Instant at) {
    return TaskDerivation.request(approved, "D-1", new ActorId("paula"), at);
  }

  private List<TaskDerivation> listed(Optional<DerivationStatus> status, Optional<StoryId> story) {
    return ListedRepositoryContract.walk(
        page -> derivations().list(new Filter(status, story), page));
  }

  @Test
  void a_page_that_does_not_exist_is_refused() {
    assertThatThrownBy(
            () ->
                derivations()
                    .list(
                        new Filter(Optional.empty(), Optional.empty()),
                        new Page.Request(2, Optional.of("nonsense"))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("after is \"nonsense\"");
  }

  @Test
  void one_of_another_plan_is_not_found() {
    assertThat(derivations().find(DerivationId.of(new PlanId("PL-other")))).isEmpty();
  }
}
