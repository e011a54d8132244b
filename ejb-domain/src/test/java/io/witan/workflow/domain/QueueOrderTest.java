package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.witan.planning.domain.TaskId;
import io.witan.shared.InvalidValue;
import io.witan.testing.Moments;
import io.witan.workflow.domain.QueueOrder.Waiting;
import io.witan.workflow.port.QueuePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueOrderTest {
  private final QueueOrder order = new QueueOrder(Duration.ofHours(4));
  private final List<TaskWorkflow> tasks = new ArrayList<>();
  private final Map<TaskId, Integer> priorities = new HashMap<>();

  private void waits(String name, int priority, int rejections, Duration waited) {
    tasks.add(
        aWorkflow()
            .of(name)
            .in(TaskState.PENDING_QA)
            .rejected(rejections, "Not yet there")
            .waitingSince(Moments.NOON.minus(waited))
            .build());
    priorities.put(new TaskId(name), priority);
  }

  private List<String> sorted() {
    return order.sort(tasks, priorities, Moments.NOON).stream()
        .map(waiting -> waiting.workflow().task().value())
        .toList();
  }

  @Test
  void the_more_urgent_comes_first() {
    waits("T-later", 2, 9, Duration.ofHours(3));
    waits("T-first", 1, 0, Duration.ZERO);

    assertThat(sorted()).containsExactly("T-first", "T-later");
  }

  @Test
  void what_was_given_back_keeps_its_age() {
    waits("T-young", 1, 0, Duration.ofMinutes(5));
    tasks.add(
        aWorkflow()
            .of("T-given-back")
            .in(TaskState.PENDING_QA)
            .waitingSince(Moments.NOON)
            .atGateSince(Moments.NOON.minus(Duration.ofMinutes(9)))
            .build());

    assertThat(sorted()).containsExactly("T-given-back", "T-young");
  }

  @Test
  void of_one_rank_the_most_rejected_comes_first_and_then_the_longest_waiting() {
    waits("T-young", 1, 0, Duration.ofMinutes(1));
    waits("T-old", 1, 0, Duration.ofMinutes(2));
    waits("T-rejected", 1, 3, Duration.ZERO);

    assertThat(sorted()).containsExactly("T-rejected", "T-old", "T-young");
  }

  @Test
  void of_those_who_are_alike_the_order_stays_the_same() {
    waits("T-b", 1, 0, Duration.ZERO);
    waits("T-a", 1, 0, Duration.ZERO);

    assertThat(sorted()).containsExactly("T-a", "T-b");
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT0S, 1",
    "3, PT3H59M59.999S, 3",
    "3, PT4H, 2",
    "3, PT8H, 1",
    "3, PT12H, 0",
    "3, P1D, -3",
    "2, PT-1H, 2"
  })
  void who_waits_rises(int priority, Duration waited, long rank) {
    waits("T-7", priority, 0, waited);

    assertThat(order.sort(tasks, priorities, Moments.NOON))
        .extracting(Waiting::rank)
        .containsExactly(rank);
  }

  @Test
  void nobody_is_passed_for_ever() {
    waits("T-least", 9, 0, Duration.ofHours(40));
    waits("T-urgent", 1, 5, Duration.ofHours(3));

    assertThat(sorted()).containsExactly("T-least", "T-urgent");
  }

  @Test
  void who_is_not_known_counts_as_most_urgent() {
    Instant noon = Moments.NOON;
    tasks.add(aWorkflow().in(TaskState.TODO).waitingSince(noon).build());

    assertThat(order.sort(tasks, Map.of(), noon))
        .extracting(Waiting::priority, Waiting::rank)
        .containsExactly(tuple(1, 1L));
  }

  @Test
  void the_time_after_which_one_rises_is_a_second_at_least() {
    assertThat(new QueuePolicy(Duration.ofSeconds(1)).ageing()).isEqualTo(Duration.ofSeconds(1));
    assertThatThrownBy(() -> new QueuePolicy(Duration.ofMillis(999)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.workflow.queue.ageing is \"PT0.999S\"");
  }
}
