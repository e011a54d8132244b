package io.witan.planning.port;

import static io.witan.testing.ADecision.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent;
import io.witan.planning.domain.DecisionEvent.DecisionRejected;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionStatus;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Change;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link DecisionRepository} promises. */
public abstract class DecisionRepositoryContract
    extends RepositoryContract<Decision, DecisionEvent> {

  protected abstract DecisionRepository decisions();

  @Override
  protected Change<Decision, DecisionEvent> something() {
    return aDecision()
        .about(new PlanId("PL-1"))
        .affecting(new TaskId("T-1"), new TaskId("T-2"))
        .insteadOf(new DecisionId("DEC-0"))
        .written();
  }

  @Override
  protected Change<Decision, DecisionEvent> changed(Decision before, long version) {
    Decision after =
        aDecision()
            .called(before.id().value())
            .of(before.story())
            .ruled(DecisionStatus.REJECTED, "version " + version)
            .atVersion(version)
            .build();
    return new Change<>(
        after, new DecisionRejected(before.id(), before.story(), after.ruling().orElseThrow()));
  }

  @Override
  protected Optional<Decision> find(Decision thing) {
    return decisions().find(thing.id());
  }

  @Override
  protected Optional<Decision> lock(Decision thing) {
    return decisions().lock(thing.id());
  }

  @Override
  protected void save(Change<Decision, DecisionEvent> change) {
    decisions().save(change);
  }

  @Override
  protected long version(Decision thing) {
    return thing.version();
  }

  @Test
  void decisions_about_a_story_are_listed_the_oldest_first() {
    StoryId story = new StoryId("s-" + UUID.randomUUID());
    Decision second = saved(aDecision().of(story).createdAt(Moments.NOON).written());
    Decision first = saved(aDecision().of(story).createdAt(Moments.MORNING).written());
    saved(aDecision().of(new StoryId("s-" + UUID.randomUUID())).written());

    assertThat(decisions().ofStory(story)).containsExactly(first, second);
  }
}
