package io.witan.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.ActorId;
import io.witan.shared.InvalidValue;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanningIdsTest {
  private record Kind(String field, Function<String, Object> make) {}

  private static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("project_id", ProjectId::new),
        new Kind("epic_id", EpicId::new),
        new Kind("story_id", StoryId::new),
        new Kind("plan_id", PlanId::new),
        new Kind("task_id", TaskId::new));
  }

  @TestFactory
  Stream<DynamicTest> each_refuses_what_is_no_identifier_and_names_its_field() {
    return kinds()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.field(),
                    () ->
                        assertThatThrownBy(() -> kind.make().apply("no such id"))
                            .isInstanceOf(InvalidValue.class)
                            .hasMessageStartingWith(kind.field() + " is \"no such id\"")));
  }

  @TestFactory
  Stream<DynamicTest> each_reads_as_its_value() {
    return kinds()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.field(), () -> assertThat(kind.make().apply("x-1")).hasToString("x-1")));
  }

  @Test
  void new_ones_begin_with_the_letters_of_their_kind() {
    NumberedIds ids = new NumberedIds();

    assertThat(ProjectId.next(ids)).hasToString("PROJ-1");
    assertThat(EpicId.next(ids)).hasToString("E-2");
    assertThat(StoryId.next(ids)).hasToString("s-3");
    assertThat(PlanId.next(ids)).hasToString("PL-4");
    assertThat(TaskId.next(ids)).hasToString("T-5");
  }

  @Test
  void new_projects_and_epics_are_active() {
    Project project =
        Project.create(" Shop ", null, new ActorId("paula"), new NumberedIds(), Moments.NOON)
            .after();
    Epic epic =
        Epic.create(
                project.id(), " Pay ", null, new ActorId("paula"), new NumberedIds(), Moments.NOON)
            .after();

    assertThat(project.status()).isEqualTo(ProjectStatus.ACTIVE);
    assertThat(project.name()).isEqualTo("Shop");
    assertThat(project.description()).isEmpty();
    assertThat(epic.status()).isEqualTo(EpicStatus.ACTIVE);
    assertThat(epic.title()).isEqualTo("Pay");
    assertThat(epic.project()).isEqualTo(project.id());
  }
}
