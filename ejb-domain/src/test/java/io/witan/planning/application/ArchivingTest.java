package io.witan.planning.application;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent.EpicArchived;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent.ProjectArchived;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent.StoryArchived;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent.TaskArchived;
import io.witan.planning.domain.TaskStatus;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.APlan;
import io.witan.testing.AStory;
import io.witan.testing.ATask;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivingTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final ActorId PAULA = People.PAULA.id();

  private final UseCases planning = new UseCases();
  private final Memory memory = planning.memory;
  private final Project project = value(planning.createProject.create(PO, "Shop", ""));
  private final Epic epic = value(planning.createEpic.create(PO, project.id(), "Checkout", ""));
  private final Story story =
      memory.stories.given(aStory().called("s-7").of(epic.id()).inProgress().build());
  private final Task task =
      memory.tasks.given(aTask().called("T-7").of(story.id()).in(TaskStatus.IN_PROGRESS).build());

  private enum Kind {
    PROJECT,
    EPIC,
    STORY,
    TASK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Outcome<?> delete(Kind kind, Command command) {
    return switch (kind) {
      case PROJECT -> planning.archiveProject.archive(command, project.id());
      case EPIC -> planning.archiveEpic.archive(command, epic.id());
      case STORY -> planning.archiveStory.archive(command, story.id());
      case TASK -> planning.archiveTask.archive(command, task.id());
    };
  }

  private List<Object> told() {
    return memory.transactions.events().stream()
        .filter(event -> event.getClass().getSimpleName().endsWith("Archived"))
        .toList();
  }

  @Nested
  class A_task {
    @Test
    void is_marked_and_keeps_its_status() {
      Task archived = value(planning.archiveTask.archive(PO, task.id()));

      assertThat(archived.archived()).isTrue();
      assertThat(archived.status()).isEqualTo(TaskStatus.IN_PROGRESS);
      assertThat(archived.version()).isEqualTo(2);
      assertThat(memory.tasks.find(task.id())).contains(archived);
      assertThat(told())
          .containsExactly(
              new TaskArchived(task.id(), story.id(), PAULA, Optional.empty(), Moments.NOON));
    }

    @Test
    void is_worked_on_no_more_and_thought_about_no_more() {
      value(planning.archiveTask.archive(PO, task.id()));

      assertThat(planning.endedWork).containsExactly("T-7: task T-7 was archived");
      assertThat(planning.council.dismissed).containsExactly("T-7");
    }

    @Test
    void follows_its_workflow_no_more() {
      Task archived = value(planning.archiveTask.archive(PO, task.id()));

      assertThat(archived.follow(TaskStatus.COMPLETED, Moments.NOON)).isEmpty();
    }
  }

  @Nested
  class A_story {
    @ParameterizedTest
    @EnumSource
    void is_marked_in_every_state_and_stays_in_it(StoryState state) {
      memory.stories.given(aStory().called("s-7").of(epic.id()).in(state).build());

      Story archived = value(planning.archiveStory.archive(PO, story.id()));

      assertThat(archived.archived()).isTrue();
      assertThat(archived.state()).isEqualTo(state);
      assertThat(memory.stories.find(story.id())).contains(archived);
    }

    @Test
    void takes_its_tasks_along_and_what_is_thought_about_them() {
      value(planning.archiveStory.archive(PO, story.id()));

      assertThat(told())
          .containsExactly(
              new StoryArchived(story.id(), epic.id(), PAULA, Optional.empty(), Moments.NOON),
              new TaskArchived(
                  task.id(), story.id(), PAULA, Optional.of("story s-7"), Moments.NOON));
      assertThat(planning.endedWork).containsExactly("T-7: story s-7 was archived");
      assertThat(planning.council.dismissed).containsExactly("s-7");
    }

    @Test
    void takes_no_change_any_more() {
      memory.plans.given(APlan.aPlan().called("PL-7").of(story.id()).build());
      value(planning.archiveStory.archive(PO, story.id()));
      PlanId plan = new PlanId("PL-7");

      Stream.<Outcome<?>>of(
              planning.transitionStory.transition(
                  PO, story.id(), StoryState.DRAFT, Optional.empty()),
              planning.createTask.create(PO, story.id(), Optional.empty(), ATask.TEXT),
              planning.requestPlan.request(PO, story.id(), Wish.none()),
              planning.approvePlan.approve(PO, plan, "", Optional.empty()),
              planning.rejectPlan.reject(PO, plan, "No"))
          .forEach(
              outcome -> {
                assertThat(refusal(outcome).code()).isEqualTo(Refusal.Code.GUARD_FAILED);
                assertThat(refusal(outcome).message())
                    .isEqualTo("story s-7 is archived: it takes no change");
              });
    }

    @Test
    void leaves_a_task_that_was_archived_before_as_it_was() {
      Task before = value(planning.archiveTask.archive(PO, task.id()));

      value(planning.archiveStory.archive(PO, story.id()));

      assertThat(memory.tasks.find(task.id())).contains(before);
    }
  }

  @Nested
  class An_epic {
    @Test
    void takes_its_stories_and_their_tasks_along() {
      Epic archived = value(planning.archiveEpic.archive(PO, epic.id()));

      Optional<String> with = Optional.of("epic " + epic.id());
      assertThat(archived.archived()).isTrue();
      assertThat(archived.status()).isEqualTo(EpicStatus.ACTIVE);
      assertThat(told())
          .containsExactly(
              new EpicArchived(epic.id(), project.id(), PAULA, Optional.empty(), Moments.NOON),
              new StoryArchived(story.id(), epic.id(), PAULA, with, Moments.NOON),
              new TaskArchived(task.id(), story.id(), PAULA, with, Moments.NOON));
    }

    @Test
    void takes_no_new_story() {
      value(planning.archiveEpic.archive(PO, epic.id()));

      assertThat(
              refusal(
                      planning.createStory.create(
                          PO, new NewStory(epic.id(), AStory.READY, Optional.empty())))
                  .message())
          .isEqualTo("epic %s is archived: it takes no change".formatted(epic.id()));
    }

    @Test
    void with_more_stories_than_one_transaction_holds_is_refused_and_changes_nothing() {
      for (int more = 0; more < ArchiveCascade.MOST; more++) {
        memory.stories.given(aStory().of(epic.id()).build());
      }

      Refusal refusal = refusal(planning.archiveEpic.archive(PO, epic.id()));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.LIMIT_EXCEEDED);
      assertThat(refusal.message())
          .isEqualTo(
              "epic %s has more than 1000 stories: delete some of them first".formatted(epic.id()));
      assertThat(memory.epics.find(epic.id())).contains(epic);
    }
  }

  @Nested
  class A_project {
    @Test
    void takes_all_along_that_lies_below_it() {
      Project archived = value(planning.archiveProject.archive(PO, project.id()));

      Optional<String> with = Optional.of("project " + project.id());
      assertThat(archived.archived()).isTrue();
      assertThat(told())
          .containsExactly(
              new ProjectArchived(project.id(), PAULA, Moments.NOON),
              new EpicArchived(epic.id(), project.id(), PAULA, with, Moments.NOON),
              new StoryArchived(story.id(), epic.id(), PAULA, with, Moments.NOON),
              new TaskArchived(task.id(), story.id(), PAULA, with, Moments.NOON));
      assertThat(planning.endedWork)
          .containsExactly("T-7: project %s was archived".formatted(project.id()));
    }

    @Test
    void takes_no_new_epic() {
      value(planning.archiveProject.archive(PO, project.id()));

      assertThat(refusal(planning.createEpic.create(PO, project.id(), "More", "")).message())
          .isEqualTo("project %s is archived: it takes no change".formatted(project.id()));
    }
  }

  @Nested
  class Whatever_it_is {
    @ParameterizedTest
    @EnumSource
    void it_is_deleted_once(Kind kind) {
      value(delete(kind, PO));

      assertThat(refusal(delete(kind, PO)).message())
          .matches(kind.word() + " \\S+ is archived: it takes no change");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_deleted_by_product_owners_and_the_system_alone(Kind kind) {
      for (Role role : EnumSet.complementOf(EnumSet.of(Role.PO, Role.SYSTEM))) {
        assertThat(refusal(delete(kind, Command.by(People.somebody("sam", role)))).message())
            .matches("sam may not delete an? %s: needs the role po".formatted(kind.word()));
      }
      assertThat(delete(kind, Command.by(Actor.system())).isDone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_not_deleted_by_who_saw_another_version(Kind kind) {
      assertThat(refusal(delete(kind, PO.expecting(9))).code())
          .isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(delete(kind, PO.expecting(1)).isDone()).isTrue();
    }
  }
}
