package io.witan.planning.adapter;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.domain.WireEvent;
import io.witan.ledger.port.Asides.Aside;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyEvent.CeremonyCancelled;
import io.witan.planning.domain.CeremonyEvent.CeremonyCompleted;
import io.witan.planning.domain.CeremonyEvent.CeremonyCreated;
import io.witan.planning.domain.CeremonyEvent.CeremonyStarted;
import io.witan.planning.domain.CeremonyEvent.FeedbackTaken;
import io.witan.planning.domain.CeremonyEvent.InquiryFailed;
import io.witan.planning.domain.CeremonyEvent.ReviewBegun;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanApproved;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanRejected;
import io.witan.planning.domain.CeremonyEvent.StoriesAdded;
import io.witan.planning.domain.CeremonyEvent.StoryRemoved;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.DecisionEvent.DecisionApproved;
import io.witan.planning.domain.DecisionEvent.DecisionProposed;
import io.witan.planning.domain.DecisionEvent.DecisionRejected;
import io.witan.planning.domain.DecisionEvent.DecisionSuperseded;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionText;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicEvent.EpicArchived;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.GateVerdict;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanEvent.PlanApproved;
import io.witan.planning.domain.PlanEvent.PlanProposed;
import io.witan.planning.domain.PlanEvent.PlanRejected;
import io.witan.planning.domain.PlanEvent.PlanSuperseded;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Priority;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectEvent.ProjectArchived;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.domain.ReviewApproval;
import io.witan.planning.domain.ReviewOrigin;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.StoryEvent.PlanAdopted;
import io.witan.planning.domain.StoryEvent.StoryArchived;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskEvent.TaskArchived;
import io.witan.planning.domain.TaskEvent.TaskPlanned;
import io.witan.planning.domain.TaskEvent.TaskProgressed;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TasksNotReady;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.testing.ACeremony;
import io.witan.testing.APlan;
import io.witan.testing.ATask;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningWireTest {
  private static final String FOLDER = "/io/witan/planning/wire/";
  private static final ActorId PAULA = new ActorId("paula");
  private static final StoryId STORY = new StoryId("s-7");
  private static final PlanId PLAN = new PlanId("PL-7");

  private static void mustBe(String file, String action, Telling telling) {
    Golden.mustMatch(FOLDER + file, telling.messages());
    assertThat(telling.action()).isEqualTo(action);
  }

  private static PlanDecision noting(String note) {
    return new PlanDecision(PAULA, Moments.NOON, note);
  }

  @Test
  void a_new_project() {
    Change<Project, ProjectEvent> change =
        Project.create("Shop", "Sells things ✓", PAULA, new NumberedIds(), Moments.NOON);

    mustBe(
        "project-created.json",
        "project.created",
        new ProjectNodes().tell(change.after(), change.event()));
  }

  @Test
  void a_new_epic() {
    Change<Epic, EpicEvent> change =
        Epic.create(
            new ProjectId("PROJ-1"), "Checkout", null, PAULA, new NumberedIds(), Moments.NOON);

    mustBe(
        "epic-created.json", "epic.created", new EpicNodes().tell(change.after(), change.event()));
  }

  @Nested
  class What_was_deleted {
    private static final ProjectId PROJECT = new ProjectId("PROJ-1");
    private static final EpicId EPIC = new EpicId("E-1");
    private static final TaskId TASK = new TaskId("T-7");

    @Test
    void is_a_project() {
      Project project = Project.create("Shop", "", PAULA, new NumberedIds(), Moments.NOON).after();

      mustBe(
          "project-archived.json",
          "project.archived",
          new ProjectNodes().tell(project, new ProjectArchived(PROJECT, PAULA, Moments.NOON)));
    }

    @Test
    void is_an_epic_with_its_project() {
      Epic epic =
          Epic.create(PROJECT, "Checkout", "", PAULA, new NumberedIds(), Moments.NOON).after();
      Telling telling =
          new EpicNodes()
              .tell(
                  epic,
                  new EpicArchived(
                      EPIC, PROJECT, PAULA, Optional.of("project PROJ-1"), Moments.NOON));

      mustBe("epic-archived.json", "epic.archived", telling);
      assertThat(telling.facts()).isEqualTo(Map.of("archived_with", "project PROJ-1"));
    }

    @Test
    void is_a_story_with_its_epic() {
      mustBe(
          "story-archived.json",
          "story.archived",
          StoryWire.tell(
              new StoryArchived(STORY, EPIC, PAULA, Optional.of("epic E-1"), Moments.NOON)));
    }

    @Test
    void is_a_task_alone() {
      Telling telling =
          new TaskNodes()
              .tell(
                  aTask().build(),
                  new TaskArchived(TASK, STORY, PAULA, Optional.empty(), Moments.NOON));

      mustBe("task-archived.json", "task.archived", telling);
      assertThat(telling.facts()).isEmpty();
    }
  }

  @Nested
  class A_story {
    @Test
    void that_is_new() {
      mustBe(
          "story-created.json",
          "story.created",
          StoryWire.tell(aStory().called("s-7").createdAt(Moments.NOON).written().event()));
    }

    @Test
    void that_moved_names_states_phases_and_tasks() {
      Telling telling =
          StoryWire.tell(
              new StoryTransitioned(
                  STORY,
                  StoryState.PLANNED,
                  StoryState.READY_FOR_EXECUTION,
                  PAULA,
                  Optional.of("ready at last"),
                  Optional.empty(),
                  List.of(new TaskId("T-1"), new TaskId("T-2")),
                  Moments.NOON));

      mustBe("story-transitioned.json", "story.transitioned", telling);
      assertThat(telling.facts())
          .isEqualTo(
              Map.of(
                  "from_state", "PLANNED",
                  "to_state", "READY_FOR_EXECUTION",
                  "reason", "ready at last"));
    }

    @Test
    void that_passed_the_gate_keeps_in_its_audit_trail_what_was_said_of_its_readiness() {
      Telling passed =
          planned(new GateVerdict(ReadinessJudge.COUNCIL, Optional.of(85), Optional.empty()));
      Telling overridden =
          planned(
              new GateVerdict(
                  ReadinessJudge.LOWER, Optional.empty(), Optional.of("nobody has judged it")));

      assertThat(passed.facts())
          .containsEntry("readiness_judge", "council")
          .containsEntry("readiness_score", 85L)
          .containsEntry("readiness_gate", "open");
      assertThat(overridden.facts())
          .containsEntry("readiness_judge", "lower")
          .containsEntry("readiness_gate", "nobody has judged it")
          .doesNotContainKey("readiness_score");
    }

    private static Telling planned(GateVerdict readiness) {
      return StoryWire.tell(
          new StoryTransitioned(
              STORY,
              StoryState.READY_FOR_PLANNING,
              StoryState.PLANNED,
              PAULA,
              Optional.of("a spike"),
              Optional.of(readiness),
              List.of(),
              Moments.NOON));
    }

    @Test
    void that_moved_without_a_reason_gives_none() {
      mustBe(
          "story-transitioned-without-reason.json",
          "story.transitioned",
          StoryWire.tell(
              new StoryTransitioned(
                  STORY,
                  StoryState.DRAFT,
                  StoryState.PO_REVIEW,
                  PAULA,
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  Moments.NOON)));
    }

    @Test
    void whose_tasks_are_not_ready() {
      Aside aside = StoryWire.tell(new TasksNotReady(STORY, "it has no task", 0, Moments.NOON));

      Golden.mustMatch(FOLDER + "story-tasks-not-ready.json", aside.messages());
      assertThat(aside.action()).isEqualTo("story.tasks_not_ready");
      assertThat(aside.facts()).isEqualTo(Map.of("story_id", "s-7", "total_tasks", 0L));
    }

    @Test
    void that_adopted_a_plan() {
      Telling telling = StoryWire.tell(new PlanAdopted(STORY, PLAN, PAULA, Moments.NOON));

      mustBe("story-plan-adopted.json", "story.plan_adopted", telling);
      assertThat(telling.facts()).isEqualTo(Map.of("plan_id", "PL-7"));
    }

    @ParameterizedTest
    @CsvSource({
      "DRAFT, DESIGN",
      "PO_REVIEW, DESIGN",
      "READY_FOR_PLANNING, DESIGN",
      "PLANNED, DESIGN",
      "READY_FOR_EXECUTION, BUILD",
      "IN_PROGRESS, BUILD",
      "CODE_REVIEW, TEST",
      "TESTING, TEST",
      "READY_TO_REVIEW, TEST",
      "ACCEPTED, DOC",
      "CARRY_OVER, DOC",
      "DONE, DOC",
      "ARCHIVED, DOC"
    })
    void is_in_a_phase(StoryState state, String phase) {
      assertThat(StoryWire.phase(state)).isEqualTo(phase);
    }
  }

  @Nested
  class A_plan {
    @Test
    void that_is_proposed() {
      mustBe(
          "plan-proposed.json",
          "plan.proposed",
          PlanWire.tell(new PlanProposed(PLAN, STORY, 2, "d-1", Moments.NOON)));
    }

    @Test
    void that_gave_way_to_a_newer_one() {
      mustBe(
          "plan-superseded.json",
          "plan.superseded",
          PlanWire.tell(new PlanSuperseded(PLAN, STORY, new PlanId("PL-8"), Moments.NOON)));
    }

    @Test
    void that_is_approved_and_becomes_tasks() {
      Telling telling =
          PlanWire.tell(
              new PlanApproved(PLAN, STORY, noting("Go"), true, APlan.CONTENT, Optional.empty()));

      mustBe("plan-approved.json", "plan.approved", telling);
      assertThat(telling.facts())
          .isEqualTo(
              Map.of(
                  "content_digest", APlan.CONTENT.digest(), "digest_stated", true, "note", "Go"));
    }

    @Test
    void that_was_approved_in_a_backlog_review_tells_all_that_its_owner_said() {
      ReviewOrigin origin =
          new ReviewOrigin(
              new CeremonyId("BRC-7"),
              new ReviewApproval(
                  PAULA,
                  Moments.NOON,
                  "Go",
                  "Is it fast?",
                  Optional.of(new PriorityAdjustment(Priority.HIGH, "A customer waits"))),
              Complexity.HIGH,
              2);

      mustBe(
          "plan-approved-in-review.json",
          "plan.approved",
          PlanWire.tell(
              new PlanApproved(
                  PLAN, STORY, noting("Go"), true, APlan.CONTENT, Optional.of(origin))));
    }

    @Test
    void that_is_approved_without_tasks_tells_of_none_derived() {
      PlanContent bare =
          new PlanContent("Card payments", "How", List.of("A receipt is shown"), "", List.of());

      assertThat(
              PlanWire.tell(
                      new PlanApproved(PLAN, STORY, noting("Go"), true, bare, Optional.empty()))
                  .messages())
          .extracting(WireEvent::subject)
          .containsExactly("planning.plan.approved");
    }

    @Test
    void that_is_rejected() {
      mustBe(
          "plan-rejected.json",
          "plan.rejected",
          PlanWire.tell(new PlanRejected(PLAN, STORY, noting("Too large"))));
    }
  }

  @Nested
  class A_decision {
    private static final DecisionId DECISION = new DecisionId("DEC-7");

    private static Ruling ruling(String note) {
      return new Ruling(PAULA, Moments.NOON, note);
    }

    @Test
    void that_is_proposed() {
      DecisionText text =
          new DecisionText(
              "Which store", List.of("Neo4j", "Files"), "Neo4j", "It is there already");

      mustBe(
          "decision-proposed.json",
          "decision.proposed",
          DecisionWire.tell(
              new DecisionProposed(DECISION, STORY, Optional.empty(), text, PAULA, Moments.NOON)));
    }

    @Test
    void that_is_approved() {
      Telling telling =
          DecisionWire.tell(new DecisionApproved(DECISION, STORY, ruling("Go"), "d1", true));

      mustBe("decision-approved.json", "decision.approved", telling);
      assertThat(telling.facts())
          .isEqualTo(Map.of("content_digest", "d1", "digest_stated", true, "note", "Go"));
    }

    @Test
    void that_is_approved_without_a_word() {
      mustBe(
          "decision-approved-silently.json",
          "decision.approved",
          DecisionWire.tell(new DecisionApproved(DECISION, STORY, ruling(""), "d1", false)));
    }

    @Test
    void that_is_rejected() {
      mustBe(
          "decision-rejected.json",
          "decision.rejected",
          DecisionWire.tell(new DecisionRejected(DECISION, STORY, ruling("Too dear"))));
    }

    @Test
    void that_gave_way_to_another() {
      mustBe(
          "decision-superseded.json",
          "decision.superseded",
          DecisionWire.tell(
              new DecisionSuperseded(DECISION, STORY, new DecisionId("DEC-8"), Moments.NOON)));
    }
  }

  @Nested
  class A_ceremony {
    private final Ceremony ceremony =
        aCeremony()
            .called("BRC-7")
            .reviewing("s-7")
            .with(ACeremony.approved("s-8", "PL-8"))
            .with(ACeremony.rejected("s-9"))
            .build();
    private final CeremonyId id = ceremony.id();

    private Ceremony in(CeremonyStatus status) {
      return aCeremony().called("BRC-7").reviewing("s-7").in(status).build();
    }

    @Test
    void that_is_new() {
      mustBe(
          "ceremony-created.json",
          "ceremony.created",
          CeremonyWire.tell(
              in(CeremonyStatus.DRAFT),
              new CeremonyCreated(id, List.of(STORY), PAULA, Moments.NOON)));
    }

    @Test
    void that_starts() {
      mustBe(
          "ceremony-started.json",
          "ceremony.started",
          CeremonyWire.tell(
              in(CeremonyStatus.IN_PROGRESS), new CeremonyStarted(id, 2, PAULA, Moments.NOON)));
    }

    @Test
    void that_goes_to_its_product_owner() {
      mustBe(
          "ceremony-reviewing.json",
          "ceremony.reviewing",
          CeremonyWire.tell(ceremony, new ReviewBegun(id, Moments.NOON)));
    }

    @Test
    void that_is_complete_counts_what_was_decided() {
      mustBe(
          "ceremony-completed.json",
          "ceremony.completed",
          CeremonyWire.tell(ceremony, new CeremonyCompleted(id, PAULA, Moments.NOON)));
    }

    @Test
    void that_is_cancelled() {
      mustBe(
          "ceremony-cancelled.json",
          "ceremony.cancelled",
          CeremonyWire.tell(ceremony, new CeremonyCancelled(id, PAULA, Moments.NOON)));
    }

    @Test
    void that_turns_a_plan_down_tells_it_as_a_plan_would() {
      mustBe(
          "plan-rejected-in-review.json",
          "ceremony.plan_rejected",
          CeremonyWire.tell(
              ceremony,
              new ReviewPlanRejected(id, STORY, new Rejected(PAULA, Moments.NOON, "Too large"))));
    }

    @Test
    void tells_what_happens_to_single_stories() {
      mustTell(
          "stories-added",
          "stories_added",
          new StoriesAdded(id, List.of(STORY), PAULA, Moments.NOON));
      mustTell("story-removed", "story_removed", new StoryRemoved(id, STORY, PAULA, Moments.NOON));
      mustTell(
          "feedback-taken",
          "feedback_taken",
          new FeedbackTaken(id, STORY, ReviewRole.QA, "quinn", Moments.NOON));
      mustTell(
          "inquiry-failed",
          "inquiry_failed",
          new InquiryFailed(id, STORY, ReviewRole.QA, "no model", Moments.NOON));
    }

    @Test
    void that_makes_a_plan_keeps_in_its_audit_trail_what_was_approved() {
      ReviewPlanApproved approved =
          new ReviewPlanApproved(id, STORY, PLAN, "abc", true, ACeremony.approval("Go"));

      mustTell("plan-approved", "plan_approved", approved);
      assertThat(CeremonyWire.tell(ceremony, approved).facts())
          .isEqualTo(
              Map.of(
                  "story_id", "s-7",
                  "plan_id", "PL-7",
                  "content_digest", "abc",
                  "digest_stated", true));
    }

    private void mustTell(String file, String action, CeremonyEvent event) {
      Telling telling = CeremonyWire.tell(ceremony, event);

      mustBe("ceremony-%s.json".formatted(file), "ceremony." + action, telling);
      assertThat(telling.facts()).isNotEmpty();
    }
  }

  @Nested
  class A_task {
    @Test
    void that_has_become_part_of_a_plan() {
      Telling telling =
          new TaskNodes()
              .tell(
                  aTask().of(STORY).build(),
                  new TaskPlanned(new TaskId("T-7"), PLAN, Moments.NOON));

      mustBe("task-planned.json", "task.planned", telling);
      assertThat(telling.facts()).isEqualTo(Map.of("plan_id", "PL-7"));
    }

    private Telling created(ATask task) {
      return new TaskNodes()
          .tell(
              task.build(), task.called("T-7").of(STORY).createdAt(Moments.NOON).written().event());
    }

    @Test
    void that_is_new() {
      mustBe("task-created-with-plan.json", "task.created", created(aTask().from(PLAN)));
    }

    @Test
    void that_belongs_to_no_plan_says_so() {
      mustBe("task-created-without-plan.json", "task.created", created(aTask()));
    }

    @Test
    void that_got_further() {
      Telling telling =
          new TaskNodes()
              .tell(
                  aTask().of(STORY).build(),
                  new TaskProgressed(
                      new TaskId("T-7"), TaskStatus.TODO, TaskStatus.IN_REVIEW, Moments.NOON));

      mustBe("task-progressed.json", "task.progressed", telling);
      assertThat(telling.facts())
          .isEqualTo(Map.of("from_status", "todo", "to_status", "in_review"));
    }
  }
}
