package io.witan.deliberation.port;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of leases keeps its word on: who may drive, and what is begun again. */
public abstract class DrivingLeasesContract extends StoredDeliberations {
  protected abstract TurnAttempts attempts();

  /** A process of its own that may drive. */
  protected abstract DrivingLeases leases(Clock clock, Duration length);

  @Nested
  class A_lease {
    private final Duration length = Duration.ofSeconds(15);
    private final DrivingLeases now = leases(Clock.fixed(MORNING, ZoneOffset.UTC), length);
    private final DrivingLeases other = leases(Clock.fixed(MORNING, ZoneOffset.UTC), length);

    private DrivingLeases after(Duration time) {
      return leases(Clock.fixed(MORNING.plus(time), ZoneOffset.UTC), length);
    }

    @Test
    void is_held_by_one_process() {
      DeliberationId id = started(Purpose.PLAN).id();

      assertThat(now.acquire(id)).isPresent();
      assertThat(other.acquire(id)).isEmpty();
      assertThat(now.acquire(id)).isPresent();
    }

    @Test
    void knows_how_often_it_was_taken_before() {
      DeliberationId id = started(Purpose.PLAN).id();

      assertThat(now.acquire(id)).map(DrivingLeases.Taken::drives).hasValue(0);
      now.release(id);

      assertThat(other.acquire(id)).map(DrivingLeases.Taken::drives).hasValue(1);
      assertThat(now.acquire(id)).isEmpty();
      assertThat(other.acquire(id)).map(DrivingLeases.Taken::drives).hasValue(2);
    }

    @Test
    void comes_with_the_deliberation_as_it_is() {
      Deliberation started = started(Purpose.PLAN);
      Deliberation two = taken(started.id(), said(started.next().get(1), 0));

      assertThat(now.acquire(started.id())).map(DrivingLeases.Taken::deliberation).contains(two);
    }

    @Test
    void is_free_when_it_was_given_back() {
      DeliberationId id = started(Purpose.PLAN).id();
      now.acquire(id);
      other.release(id);
      assertThat(other.acquire(id)).isEmpty();

      now.release(id);

      assertThat(other.acquire(id)).isPresent();
    }

    @Test
    void runs_out() {
      DeliberationId id = started(Purpose.PLAN).id();
      now.acquire(id);

      assertThat(after(Duration.ofSeconds(14)).acquire(id)).isEmpty();
      assertThat(after(Duration.ofSeconds(16)).acquire(id)).isPresent();
    }

    @Test
    void can_be_prolonged_by_its_holder() {
      DeliberationId id = started(Purpose.PLAN).id();
      SettableClock clock = new SettableClock(MORNING);
      DrivingLeases mine = leases(clock, length);
      mine.acquire(id);
      clock.pass(Duration.ofSeconds(10));

      other.renew(Set.of(id));
      mine.renew(Set.of(id));

      assertThat(after(Duration.ofSeconds(20)).acquire(id)).isEmpty();
      assertThat(after(Duration.ofSeconds(26)).acquire(id)).isPresent();
    }

    @Test
    void is_not_given_for_an_ended_deliberation() {
      assertThat(now.acquire(completed().id())).isEmpty();
      assertThat(now.acquire(new DeliberationId("D-unknown"))).isEmpty();
    }

    @Test
    void that_nobody_holds_makes_a_deliberation_abandoned() {
      DeliberationId held = started(Purpose.PLAN).id();
      DeliberationId left = started(Purpose.IMPLEMENT).id();
      now.acquire(held);

      assertThat(other.abandoned(100_000)).contains(left).doesNotContain(held);
      assertThat(after(Duration.ofSeconds(16)).abandoned(100_000)).contains(left, held);
    }
  }

  @Test
  void turns_that_are_begun_again_are_counted() {
    DeliberationId id = new DeliberationId("D-" + suffix);

    assertThat(attempts().beginAgain(id, Set.of(1, 2)))
        .containsOnly(Map.entry(1, 1), Map.entry(2, 1));
    assertThat(attempts().beginAgain(id, Set.of(2, 3)))
        .containsOnly(Map.entry(2, 2), Map.entry(3, 1));
  }
}
