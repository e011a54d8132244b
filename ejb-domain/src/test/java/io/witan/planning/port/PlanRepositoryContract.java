package io.witan.planning.port;

import static io.witan.testing.APlan.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanEvent.PlanRejected;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.StoryId;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link PlanRepository} promises. */
public abstract class PlanRepositoryContract extends RepositoryContract<Plan, PlanEvent> {

  protected abstract PlanRepository plans();

  @Override
  protected Change<Plan, PlanEvent> something() {
    return aPlan().written();
  }

  @Override
  protected Change<Plan, PlanEvent> changed(Plan before, long version) {
    PlanDecision decision =
        new PlanDecision(new ActorId("paula"), Moments.NOON, "version " + version);
    return new Change<>(
        new Plan(
            before.id(),
            before.story(),
            before.number(),
            before.deliberation(),
            before.content(),
            PlanStatus.REJECTED,
            Optional.of(decision),
            before.createdAt(),
            version),
        new PlanRejected(before.id(), before.story(), decision));
  }

  @Override
  protected Optional<Plan> find(Plan thing) {
    return plans().find(thing.id());
  }

  @Override
  protected Optional<Plan> lock(Plan thing) {
    return plans().lock(thing.id());
  }

  @Override
  protected void save(Change<Plan, PlanEvent> change) {
    plans().save(change);
  }

  @Override
  protected long version(Plan thing) {
    return thing.version();
  }

  @Test
  void plans_of_a_story_are_listed_the_oldest_first() {
    StoryId story = new StoryId("s-" + UUID.randomUUID());
    Plan second = saved(aPlan().of(story).createdAt(Moments.NOON).written());
    Plan first = saved(aPlan().of(story).createdAt(Moments.MORNING).written());
    saved(aPlan().of(new StoryId("s-" + UUID.randomUUID())).written());

    assertThat(plans().ofStory(story)).containsExactly(first, second);
  }

  @Test
  void the_plan_of_a_deliberation_is_found() {
    String deliberation = "d-" + UUID.randomUUID();
    Plan plan = saved(aPlan().outOf(deliberation).written());
    saved(something());

    assertThat(plans().ofDeliberation(deliberation)).contains(plan);
    assertThat(plans().ofDeliberation("d-none")).isEmpty();
  }
}
