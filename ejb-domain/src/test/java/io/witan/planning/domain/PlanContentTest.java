package io.witan.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import io.witan.testing.APlan;
import io.witan.testing.ATask;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanContentTest {
  private static PlanContent with(List<String> criteria, List<PlannedTask> tasks) {
    return new PlanContent("Title", "Description", criteria, "", tasks);
  }

  private static PlannedTask after(Integer... earlier) {
    return new PlannedTask(ATask.TEXT, List.of(earlier));
  }

  @Nested
  class Its_tasks {
    @Test
    void may_wait_for_every_earlier_one() {
      assertThat(with(List.of("Works"), List.of(after(), after(0), after(0, 1))).tasks())
          .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 7})
    void may_not_wait_for_themselves_or_later_ones(int place) {
      assertThatThrownBy(() -> with(List.of("Works"), List.of(after(), after(place))))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("tasks[1].depends_on is \"%d\"".formatted(place));
    }

    @Test
    void number_at_most_100() {
      assertThat(with(List.of("Works"), Collections.nCopies(100, after())).tasks()).hasSize(100);
      assertThat(with(List.of("Works"), List.of()).tasks()).isEmpty();
      assertThatThrownBy(() -> with(List.of("Works"), Collections.nCopies(101, after())))
          .hasMessageContaining("101 tasks")
          .hasMessageContaining("at most 100");
    }
  }

  @Test
  void it_needs_a_criterion_a_title_and_a_description() {
    assertThatThrownBy(() -> with(List.of(), List.of(after())))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("acceptance_criteria");
    assertThatThrownBy(() -> new PlanContent("", "D", List.of("x"), "", List.of(after())))
        .hasMessageContaining("title");
    assertThatThrownBy(() -> new PlanContent("T", " ", List.of("x"), "", List.of(after())))
        .hasMessageContaining("description");
  }

  @Nested
  class Its_digest {
    @Test
    void is_a_sha256_and_the_same_for_the_same_content() {
      PlanContent again =
          new PlanContent(
              APlan.CONTENT.title(),
              APlan.CONTENT.description(),
              APlan.CONTENT.acceptanceCriteria(),
              APlan.CONTENT.technicalNotes(),
              APlan.CONTENT.tasks());

      assertThat(again.digest()).isEqualTo(APlan.CONTENT.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void is_another_one_as_soon_as_anything_is_other() {
      PlanContent one = with(List.of("Works"), List.of(after(), after()));

      assertThat(
              List.of(
                  with(List.of("Works."), List.of(after(), after())).digest(),
                  with(List.of("Works"), List.of(after(), after(0))).digest(),
                  with(List.of("Works"), List.of(after())).digest(),
                  new PlanContent("Title", "Description", List.of("Works"), "n", one.tasks())
                      .digest()))
          .doesNotHaveDuplicates()
          .doesNotContain(one.digest());
    }

    @Test
    void tells_texts_apart_that_only_look_alike_when_written_in_a_row() {
      PlanContent one = with(List.of("a", "b"), List.of(after()));
      PlanContent other = with(List.of("a, b"), List.of(after()));

      assertThat(one.digest()).isNotEqualTo(other.digest());
    }
  }

  @Test
  void each_part_of_a_task_is_part_of_the_digest() {
    List<TaskText> texts =
        List.of(
            ATask.TEXT,
            new TaskText("Other", "Once per order", TaskType.FEATURE, "developer", 8, 1),
            new TaskText("Call the provider", "Twice", TaskType.FEATURE, "developer", 8, 1),
            new TaskText(
                "Call the provider", "Once per order", TaskType.BUG_FIX, "developer", 8, 1),
            new TaskText("Call the provider", "Once per order", TaskType.FEATURE, "qa", 8, 1),
            new TaskText(
                "Call the provider", "Once per order", TaskType.FEATURE, "developer", 9, 1),
            new TaskText(
                "Call the provider", "Once per order", TaskType.FEATURE, "developer", 8, 2));

    assertThat(
            texts.stream()
                .map(text -> with(List.of("Works"), List.of(new PlannedTask(text, List.of()))))
                .map(PlanContent::digest))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_long_chain_of_tasks_is_fine() {
    List<PlannedTask> chain =
        IntStream.range(0, 100).mapToObj(place -> place == 0 ? after() : after(place - 1)).toList();

    assertThat(with(List.of("Works"), chain).tasks()).isEqualTo(chain);
  }
}
