package io.witan.planning.domain;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.DerivedTask.Wait;
import io.witan.planning.domain.DerivedTasks.Edge;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTasksTest {

  private static DerivedTask task(
      String key, String title, List<String> keywords, String... waitsFor) {
    return new DerivedTask(
        key,
        new TaskText(title, "", TaskType.FEATURE, "developer", 2, 1),
        keywords,
        Stream.of(waitsFor).map(other -> new Wait(other, "")).toList());
  }

  private static DerivedTask task(String key, String... waitsFor) {
    return task(key, "Task " + key, List.of(), waitsFor);
  }

  private static DerivedTasks answer(DerivedTask... tasks) {
    return new DerivedTasks(List.of(tasks));
  }

  @Nested
  class What_waits_for_what {
    @Test
    void is_what_the_answer_says_with_its_reason() {
      DerivedTask waits =
          new DerivedTask(
              "T2",
              new TaskText("Show the page", "", TaskType.FEATURE, "developer", 2, 1),
              List.of(),
              List.of(new Wait("T1", "it shows what T1 stores"), new Wait("T3", " ")));

      assertThat(answer(task("T1"), waits, task("T3")).edges())
          .containsExactly(
              new Edge("T2", "T1", "it shows what T1 stores"),
              new Edge("T2", "T3", "the council says so"));
    }

    @Test
    void is_found_by_keywords_where_the_answer_says_nothing() {
      DerivedTasks answer =
          answer(
              task("T1", "Add the payment table", List.of("payment table", "schema")),
              task("T2", "Store orders in the Payment Table", List.of("orders")),
              task("T3", "Describe it", List.of("guide")));

      assertThat(answer.edges())
          .containsExactly(new Edge("T2", "T1", "mentions \"payment table\""));
    }

    @Test
    void is_not_found_by_keywords_where_the_answer_says_something() {
      DerivedTasks answer =
          answer(
              task("T1", "Add the table", List.of("table")),
              task("T2", "Fill the table", List.of()),
              task("T3", "Describe it", List.of(), "T1"));

      assertThat(answer.edges()).extracting(Edge::task).containsExactly("T3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fill the tables", "Be stable", "Über-table2"})
    void needs_the_whole_word(String title) {
      assertThat(
              answer(task("T1", "Add it", List.of("table")), task("T2", title, List.of())).edges())
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fill the table", "TABLE, at last", "A table."})
    void takes_the_word_in_any_case(String title) {
      assertThat(
              answer(task("T1", "Add it", List.of("table")), task("T2", title, List.of())).edges())
          .hasSize(1);
    }

    @Test
    void is_no_matter_of_blank_keywords_nor_of_ones_own() {
      assertThat(
              answer(task("T1", "Add it", List.of(" ", "it")), task("T2", "Then", List.of()))
                  .edges())
          .isEmpty();
    }
  }

  @Nested
  class Their_order {
    @Test
    void puts_each_after_what_it_waits_for_and_else_leaves_them() {
      assertThat(value(answer(task("T1", "T3"), task("T2"), task("T3")).inOrder()))
          .extracting(DerivedTask::key)
          .containsExactly("T2", "T3", "T1");
    }

    @Test
    void is_refused_with_the_circle_by_name() {
      Refusal refusal =
          refusal(answer(task("T0"), task("T2", "T1"), task("T1", "T2", "T0")).inOrder());

      assertThat(refusal.message())
          .isEqualTo("the tasks wait for each other in a circle: T2 -> T1 -> T2");
    }

    @Test
    void is_refused_for_a_circle_of_keywords_too() {
      DerivedTasks answer =
          answer(
              task("T1", "Add the table for the page", List.of("table")),
              task("T2", "Show the table on the page", List.of("page")));

      assertThat(refusal(answer.inOrder()).message()).contains("T1 -> T2 -> T1");
    }

    @Test
    void is_refused_for_what_waits_for_itself() {
      assertThat(refusal(answer(task("T1", "T1")).inOrder()).message()).contains("T1 -> T1");
    }
  }

  @Nested
  class An_answer {
    @Test
    void has_one_to_a_hundred_tasks() {
      assertThatThrownBy(() -> new DerivedTasks(List.of()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("1 to 100");
      assertThatThrownBy(() -> new DerivedTasks(Collections.nCopies(101, task("T1"))))
          .isInstanceOf(InvalidValue.class);
    }

    @Test
    void names_each_task_once() {
      assertThatThrownBy(() -> answer(task("T1"), task("T1")))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("each id once");
    }

    @Test
    void waits_for_its_own_tasks_only() {
      assertThatThrownBy(() -> answer(task("T1", "T9")))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("tasks.depends_on.id is \"T9\"");
    }
  }
}
