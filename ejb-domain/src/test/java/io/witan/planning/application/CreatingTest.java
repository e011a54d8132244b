package io.witan.planning.application;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent.EpicCreated;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent.ProjectCreated;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent.StoryCreated;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent.TaskCreated;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.AStory;
import io.witan.testing.ATask;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CreatingTest {
  private static final Command PO = Command.by(People.PAULA);

  private final UseCases planning = new UseCases();
  private final Project project = value(planning.createProject.create(PO, "Shop", "Sells things"));
  private final Epic epic =
      value(planning.createEpic.create(PO, project.id(), "Checkout", "Pay and go"));

  private NewStory story() {
    return new NewStory(epic.id(), AStory.READY, Optional.of("digest-1"));
  }

  @Test
  void a_project_is_kept_with_its_owner() {
    assertThat(planning.memory.projects.find(project.id())).contains(project);
    assertThat(project.owner()).isEqualTo(People.PAULA.id());
    assertThat(planning.memory.transactions.events())
        .contains(
            new ProjectCreated(
                project.id(), "Shop", "Sells things", People.PAULA.id(), Moments.NOON));
  }

  @Test
  void an_epic_is_kept_in_its_project() {
    assertThat(planning.memory.epics.find(epic.id())).contains(epic);
    assertThat(planning.memory.transactions.events())
        .contains(
            new EpicCreated(
                epic.id(),
                project.id(),
                "Checkout",
                "Pay and go",
                People.PAULA.id(),
                Moments.NOON));
  }

  @Test
  void an_epic_needs_a_project_that_is_there() {
    Refusal refusal =
        refusal(planning.createEpic.create(PO, new ProjectId("PROJ-0"), "Checkout", ""));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(refusal.message()).isEqualTo("there is no project PROJ-0");
  }

  @Test
  void a_story_is_kept_as_a_draft() {
    Story made = value(planning.createStory.create(PO, story()));

    assertThat(planning.memory.stories.find(made.id())).contains(made);
    assertThat(made.state()).isEqualTo(StoryState.DRAFT);
    assertThat(made.sourceDigest()).contains("digest-1");
    assertThat(planning.memory.transactions.events())
        .contains(
            new StoryCreated(
                made.id(), epic.id(), "Pay by card ✓", People.PAULA.id(), Moments.NOON));
  }

  @Test
  void a_story_needs_an_epic_that_is_there() {
    Refusal refusal =
        refusal(
            planning.createStory.create(
                PO, new NewStory(new EpicId("E-0"), AStory.READY, Optional.empty())));

    assertThat(refusal.message()).isEqualTo("there is no epic E-0");
  }

  @Test
  void a_task_is_kept_to_do() {
    Story parent = planning.memory.stories.given(aStory().planned().build());
    Optional<PlanId> plan = Optional.of(new PlanId("PL-9"));

    Task made = value(planning.createTask.create(PO, parent.id(), plan, ATask.TEXT));

    assertThat(planning.memory.tasks.find(made.id())).contains(made);
    assertThat(made.plan()).isEqualTo(plan);
    assertThat(made.dependsOn()).isEmpty();
    assertThat(planning.memory.transactions.events())
        .contains(
            new TaskCreated(
                made.id(), parent.id(), plan, ATask.TEXT, People.PAULA.id(), Moments.NOON));
  }

  @Test
  void a_task_needs_a_story_that_is_there() {
    assertThat(
            refusal(
                    planning.createTask.create(
                        PO, new StoryId("s-0"), Optional.empty(), ATask.TEXT))
                .message())
        .isEqualTo("there is no story s-0");
  }

  @Test
  void a_value_that_cannot_be_one_is_thrown_back_and_nothing_is_kept() {
    int before = planning.memory.transactions.events().size();

    assertThatThrownBy(() -> planning.createProject.create(PO, " ", ""))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("name");
    assertThatThrownBy(() -> planning.createEpic.create(PO, project.id(), "", ""))
        .isInstanceOf(InvalidValue.class);
    assertThat(planning.memory.transactions.events()).hasSize(before);
  }

  private Stream<Function<Command, Outcome<?>>> deeds() {
    Story parent = planning.memory.stories.given(aStory().planned().build());
    return Stream.of(
        command -> planning.createProject.create(command, "Shop", ""),
        command -> planning.createEpic.create(command, project.id(), "Checkout", ""),
        command -> planning.createStory.create(command, story()),
        command -> planning.createTask.create(command, parent.id(), Optional.empty(), ATask.TEXT));
  }

  @Nested
  class By_somebody_else {
    @TestFactory
    Stream<DynamicTest> is_refused_to_everybody_but_product_owners_and_the_system() {
      return Stream.of(Role.values())
          .map(role -> DynamicTest.dynamicTest(role.wire(), () -> tryAll(role)));
    }

    private void tryAll(Role role) {
      Actor actor = People.somebody("sam", role);
      boolean allowed = role == Role.PO || role == Role.SYSTEM;
      deeds()
          .forEach(
              deed ->
                  assertThat(
                          deed.apply(Command.by(actor))
                              .<Optional<Refusal.Code>>fold(
                                  done -> Optional.empty(), refusal -> Optional.of(refusal.code())))
                      .isEqualTo(allowed ? Optional.empty() : Optional.of(Refusal.Code.FORBIDDEN)));
    }
  }
}
