package io.witan.planning.domain;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.TaskEvent.TaskCreated;
import io.witan.planning.domain.TaskEvent.TaskProgressed;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.testing.ATask;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class TaskTest {
  @Test
  void a_new_one_is_to_do_and_tells_of_itself() {
    TaskId id = Task.nextId(new NumberedIds());
    Change<Task, TaskEvent> change =
        Task.create(
            id,
            new StoryId("s-7"),
            Optional.of(new PlanId("PL-1")),
            ATask.TEXT,
            List.of(new TaskId("T-0")),
            new ActorId("paula"),
            Moments.NOON);

    assertThat(id).hasToString("T-1");
    assertThat(change.after().status()).isEqualTo(TaskStatus.TODO);
    assertThat(change.after().dependsOn()).containsExactly(new TaskId("T-0"));
    assertThat(change.after().version()).isEqualTo(1);
    assertThat(change.event())
        .isEqualTo(
            new TaskCreated(
                id,
                new StoryId("s-7"),
                Optional.of(new PlanId("PL-1")),
                ATask.TEXT,
                new ActorId("paula"),
                Moments.NOON));
  }

  @Nested
  class Following_its_workflow {
    @ParameterizedTest
    @EnumSource(value = TaskStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "TODO")
    void takes_over_another_status(TaskStatus status) {
      Change<Task, TaskEvent> change =
          aTask().called("T-7").build().follow(status, Moments.NOON).orElseThrow();

      assertThat(change.after().status()).isEqualTo(status);
      assertThat(change.after().version()).isEqualTo(2);
      assertThat(change.after().createdAt()).isEqualTo(Moments.MORNING);
      assertThat(change.after().updatedAt()).isEqualTo(Moments.NOON);
      assertThat(change.event())
          .isEqualTo(new TaskProgressed(new TaskId("T-7"), TaskStatus.TODO, status, Moments.NOON));
    }

    @Test
    void changes_nothing_when_it_is_known_already() {
      assertThat(aTask().build().follow(TaskStatus.TODO, Moments.NOON)).isEmpty();
    }
  }

  @Nested
  class Its_text {
    private TaskText text(String title, String description, String assignedTo, int hours, int at) {
      return new TaskText(title, description, TaskType.FEATURE, assignedTo, hours, at);
    }

    @Test
    void is_for_a_developer_and_says_its_title_again_unless_told_otherwise() {
      TaskText text = text("Title", " ", "", 0, 1);

      assertThat(text.description()).isEqualTo("Title");
      assertThat(text.assignedTo()).isEqualTo("developer");
    }

    @Test
    void names_roles_in_lower_case() {
      assertThat(text("T", "", "QA", 0, 1).assignedTo()).isEqualTo("qa");
    }

    @Test
    void refuses_a_blank_title_negative_hours_and_priority_0() {
      assertThatThrownBy(() -> text(" ", "", "", 0, 1)).hasMessageContaining("title");
      assertThatThrownBy(() -> text("T", "", "", -1, 1))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("estimated_hours is \"-1\"");
      assertThatThrownBy(() -> text("T", "", "", 0, 0)).hasMessageContaining("priority is \"0\"");
    }
  }

  @Nested
  class Its_type_on_the_wire {
    @ParameterizedTest
    @EnumSource
    void is_read_in_any_case(TaskType type) {
      assertThat(TaskType.parse("type", type.wire())).isEqualTo(type);
      assertThat(TaskType.parse("type", type.name())).isEqualTo(type);
    }

    @Test
    void is_one_of_the_nineteen_of_the_fleet() {
      assertThat(Stream.of(TaskType.values()).map(TaskType::wire))
          .containsExactly(
              ("development feature refactor bug_fix testing unit_test integration_test e2e_test"
                      + " code_review design_review architecture_review deployment infrastructure"
                      + " devops documentation api_docs data_migration schema_change"
                      + " backlog_review_identified")
                  .split(" "));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void is_development_when_nothing_is_said(String nothing) {
      assertThat(TaskType.parse("type", nothing)).isEqualTo(TaskType.DEVELOPMENT);
    }

    @Test
    void is_refused_with_the_names_that_exist() {
      assertThatThrownBy(() -> TaskType.parse("type", "magic"))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("type is \"magic\": expected one of development, feature");
    }
  }

  @Test
  void statuses_have_the_fleets_names() {
    assertThat(Stream.of(TaskStatus.values()).map(TaskStatus::wire))
        .containsExactly("todo", "in_progress", "in_review", "blocked", "completed", "cancelled");
    assertThat(Stream.of(ProjectStatus.values()).map(ProjectStatus::wire))
        .containsExactly(
            "active", "planning", "in_progress", "on_hold", "completed", "archived", "cancelled");
    assertThat(Stream.of(EpicStatus.values()).map(EpicStatus::wire))
        .containsExactly("active", "planning", "in_progress", "completed", "archived", "cancelled");
    assertThat(Stream.of(PlanStatus.values()).map(status -> status.name().toUpperCase(Locale.ROOT)))
        .containsExactly("PROPOSED", "APPROVED", "REJECTED", "SUPERSEDED");
  }
}
