package io.witan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.testing.Moments;
import io.witan.testing.SettableClock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {
  private final OrderedIds ids = new OrderedIds(Moments.CLOCK);

  @Test
  void sort_as_they_were_made_in_one_moment() {
    List<String> made = Stream.generate(ids::next).limit(10_000).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void sort_as_they_were_made_when_the_clock_goes_back() {
    SettableClock clock = new SettableClock(Moments.NOON);
    OrderedIds unsteady = new OrderedIds(clock);
    String first = unsteady.next();
    clock.set(Moments.MORNING);
    String second = unsteady.next();
    clock.set(Moments.NOON);

    assertThat(List.of(first, second, unsteady.next())).isSorted();
  }

  @Test
  void are_uuids_of_version_7_that_begin_with_the_time() {
    UUID id = UUID.fromString(ids.next());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(Moments.NOON.toEpochMilli());
  }

  @Test
  void of_two_processes_differ_in_the_same_moment() {
    OrderedIds other = new OrderedIds(Moments.CLOCK);

    assertThat(IntStream.range(0, 100))
        .allSatisfy(any -> assertThat(ids.next()).isNotEqualTo(other.next()));
  }
}
