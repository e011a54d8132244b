package io.witan.planning.application;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.ACeremony.deliberation;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.adapter.JsonAgentProposals;
import io.witan.planning.application.AddAgentFeedback.Feedback;
import io.witan.planning.application.ApproveReviewPlan.Result;
import io.witan.planning.application.ApproveReviewPlan.Statement;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyEvent.CeremonyCancelled;
import io.witan.planning.domain.CeremonyEvent.CeremonyCompleted;
import io.witan.planning.domain.CeremonyEvent.FeedbackTaken;
import io.witan.planning.domain.CeremonyEvent.ReviewBegun;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewStatus;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.CeremonyRepository.Filter;
import io.witan.planning.port.ReviewCouncil;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.ACeremony;
import io.witan.testing.FakeReviewCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CeremoniesTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final Command SYSTEM = Command.by(Actor.system());
  private static final CeremonyId ID = new CeremonyId("BRC-7");
  private static final StoryId ONE = new StoryId("s-1");
  private static final StoryId TWO = new StoryId("s-2");
  private static final Statement GO = new Statement("Go", "", Optional.empty(), Optional.empty());

  private final Memory memory = new Memory();
  private final NumberedIds ids = new NumberedIds();
  private final FakeReviewCouncil council = new FakeReviewCouncil();
  private final CeremonyDesk desk =
      new CeremonyDesk(memory.ceremonies, memory.stories, council, Moments.CLOCK);
  private final CreateCeremony create =
      new CreateCeremony(memory.transactions, desk, ids, Moments.CLOCK);
  private final AddStoriesToCeremony add =
      new AddStoriesToCeremony(memory.transactions, desk, Moments.CLOCK);
  private final RemoveStoryFromCeremony remove =
      new RemoveStoryFromCeremony(memory.transactions, desk, Moments.CLOCK);
  private final StartCeremony start = new StartCeremony(memory.transactions, desk, Moments.CLOCK);
  private final CollectReview collect =
      new CollectReview(memory.transactions, memory.ceremonies, desk, council, Moments.CLOCK);
  private final AddAgentFeedback addFeedback =
      new AddAgentFeedback(memory.transactions, desk, new JsonAgentProposals(), Moments.CLOCK);
  private final ApproveReviewPlan approve =
      new ApproveReviewPlan(
          memory.transactions,
          memory.plans,
          memory.stories,
          memory.tasks,
          desk,
          new ReviewedPlans(
              memory.plans,
              memory.stories,
              memory.tasks,
              new PlanDecisions(
                  memory.plans,
                  memory.decisions,
                  new DecisionDesk(memory.stories, memory.decisions),
                  ids),
              ids),
          ids,
          Moments.CLOCK);
  private final RejectReviewPlan reject =
      new RejectReviewPlan(memory.transactions, desk, Moments.CLOCK);
  private final CompleteCeremony complete =
      new CompleteCeremony(memory.transactions, desk, Moments.CLOCK);
  private final CancelCeremony cancel =
      new CancelCeremony(memory.transactions, desk, Moments.CLOCK);

  @BeforeEach
  void two_stories_are_there() {
    memory.stories.given(aStory().called("s-1").readyForPlanning().build());
    memory.stories.given(aStory().called("s-2").build());
  }

  private Ceremony given(ACeremony ceremony) {
    return memory.ceremonies.given(ceremony.called("BRC-7").build());
  }

  private Ceremony current() {
    return memory.ceremonies.find(ID).orElseThrow();
  }

  private static ReviewTicket ticket(StoryId story, ReviewRole role) {
    return new ReviewTicket(ID, story, role);
  }

  private void answers(StoryId story, ReviewRole role) {
    council.answers(
        deliberation(story.value(), role),
        new ReviewCouncil.Answer.Given(
            "agent-1", "Seen by " + role, Advice.in("1. Do what %s says".formatted(role))));
  }

  private Outcome<Optional<Ceremony>> collect(StoryId story, ReviewRole role) {
    return collect.collect(SYSTEM, ticket(story, role), deliberation(story.value(), role));
  }

  private List<Class<?>> told() {
    List<Class<?>> told = new ArrayList<>();
    memory.transactions.events().stream()
        .filter(CeremonyEvent.class::isInstance)
        .forEach(event -> told.add(event.getClass()));
    return told;
  }

  @Nested
  class Whoever_is_no_product_owner {
    private final Feedback feedback =
        new Feedback(ReviewRole.QA, "quinn", "Fine", "", Optional.empty());

    private Map<String, Function<Command, Outcome<?>>> deeds() {
      return Map.of(
          "create", command -> create.create(command, List.of()),
          "add", command -> add.add(command, ID, List.of(TWO)),
          "remove", command -> remove.remove(command, ID, ONE),
          "start", command -> start.start(command, ID),
          "approve", command -> approve.approve(command, ID, ONE, GO),
          "reject", command -> reject.reject(command, ID, ONE, "No"),
          "complete", command -> complete.complete(command, ID),
          "cancel", command -> cancel.cancel(command, ID));
    }

    @TestFactory
    Stream<DynamicTest> decides_nothing() {
      return deeds().entrySet().stream()
          .flatMap(
              deed ->
                  Stream.of(Role.values())
                      .filter(role -> role != Role.PO && role != Role.SYSTEM)
                      .map(
                          role ->
                              DynamicTest.dynamicTest(
                                  role + " may not " + deed.getKey(),
                                  () -> forbidden(deed.getValue(), role))));
    }

    private void forbidden(Function<Command, Outcome<?>> deed, Role role) {
      Refusal refusal = refusal(deed.apply(Command.by(People.somebody("sam", role))));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message()).startsWith("sam may not ").endsWith("needs the role po");
    }

    @TestFactory
    Stream<DynamicTest> speaks_for_a_role_that_is_held_only() {
      return Stream.of(Role.values())
          .map(
              role ->
                  DynamicTest.dynamicTest(
                      role + " as QA",
                      () -> {
                        given(aCeremony().started("s-1"));
                        boolean may = role == Role.QA || role == Role.SYSTEM;
                        var outcome =
                            addFeedback.add(
                                Command.by(People.somebody("sam", role)), ID, ONE, feedback);
                        assertThat(outcome.isDone()).isEqualTo(may);
                      }));
    }
  }

  @Nested
  class Gathering_stories {
    @Test
    void begins_with_a_draft() {
      Ceremony ceremony = value(create.create(PO, List.of(ONE)));

      assertThat(memory.ceremonies.find(ceremony.id())).contains(ceremony);
      assertThat(ceremony.status()).isEqualTo(CeremonyStatus.DRAFT);
      assertThat(ceremony.createdBy()).isEqualTo(People.PAULA.id());
    }

    @Test
    void takes_no_story_that_is_not_there_or_archived() {
      memory.stories.given(aStory().called("s-9").archived().build());
      given(aCeremony());

      assertThat(refusal(create.create(PO, List.of(new StoryId("s-0")))).message())
          .isEqualTo("there is no story s-0");
      assertThat(refusal(add.add(PO, ID, List.of(ONE, new StoryId("s-9")))).message())
          .isEqualTo("story s-9 is archived: it takes no change");
      assertThat(current().stories()).isEmpty();
    }

    @Test
    void goes_on_and_back() {
      given(aCeremony().of("s-1"));

      assertThat(value(add.add(PO, ID, List.of(TWO))).stories()).containsExactly(ONE, TWO);
      assertThat(value(remove.remove(PO, ID, ONE)).stories()).containsExactly(TWO);
      assertThat(council.convened).isEmpty();
    }

    @Test
    void of_a_ceremony_that_nobody_knows_is_refused() {
      assertThat(refusal(add.add(PO, ID, List.of(ONE))).message())
          .isEqualTo("there is no ceremony BRC-7");
    }

    @Test
    void from_an_old_look_at_it_is_refused() {
      given(aCeremony().of("s-1"));
      value(add.add(PO.expecting(1), ID, List.of(TWO)));

      assertThat(refusal(remove.remove(PO.expecting(1), ID, ONE)).message())
          .contains("ceremony BRC-7 is at version 2, you sent version 1");
    }

    @Test
    void is_read_one_by_one_and_as_a_list() {
      Ceremony ceremony = given(aCeremony().of("s-1"));
      Filter all = new Filter(Optional.empty(), Optional.empty());

      assertThat(value(new GetCeremony(memory.ceremonies).get(ID))).isEqualTo(ceremony);
      assertThat(refusal(new GetCeremony(memory.ceremonies).get(new CeremonyId("BRC-0"))).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(new ListCeremonies(memory.ceremonies).list(all, Page.Request.first(5)).items())
          .containsExactly(ceremony);
    }
  }

  @Nested
  class Starting {
    @Test
    void asks_a_council_of_each_role_about_each_story() {
      given(aCeremony().of("s-1", "s-2"));

      Ceremony started = value(start.start(PO, ID));

      assertThat(started.submitted()).isEqualTo(6);
      assertThat(council.convened)
          .extracting(ReviewTicket::toString)
          .contains("ceremony-BRC-7:story-s-1:role-ARCHITECT")
          .hasSize(6);
    }

    @Test
    void goes_on_without_the_councils_that_cannot_be_had_and_shows_why() {
      council.absent.add(ReviewRole.DEVOPS);
      given(aCeremony().of("s-1", "s-2"));

      Ceremony started = value(start.start(PO, ID));

      assertThat(started.submitted()).isEqualTo(4);
      assertThat(started.reviews())
          .allSatisfy(
              review ->
                  assertThat(review.inquiries())
                      .contains(Inquiry.refused(ReviewRole.DEVOPS, "no model")));
    }

    @Test
    void goes_on_without_a_story_that_was_archived_meanwhile() {
      memory.stories.given(aStory().called("s-2").archived().build());
      given(aCeremony().of("s-1", "s-2"));

      assertThat(value(start.start(PO, ID)).submitted()).isEqualTo(3);
    }

    @Test
    void twice_is_refused() {
      given(aCeremony().of("s-1"));
      value(start.start(PO, ID));

      assertThat(refusal(start.start(PO, ID)).message())
          .startsWith("ceremony BRC-7 cannot START while IN_PROGRESS; legal: ADD_STORIES");
      assertThat(council.convened).hasSize(3);
    }

    @Test
    void later_stories_are_asked_about_when_they_come() {
      given(aCeremony().started("s-1"));

      Ceremony after = value(add.add(PO, ID, List.of(TWO)));

      assertThat(after.review(TWO)).contains(ACeremony.asked("s-2"));
      assertThat(council.convened).hasSize(3);
    }
  }

  @Nested
  class Collecting_what_councils_say {
    @Test
    void goes_to_the_product_owner_with_the_last_feedback() {
      given(aCeremony().started("s-1"));
      for (ReviewRole role : ReviewRole.values()) {
        assertThat(current().status()).isEqualTo(CeremonyStatus.IN_PROGRESS);
        answers(ONE, role);
        value(collect(ONE, role));
      }

      assertThat(current().status()).isEqualTo(CeremonyStatus.REVIEWING);
      assertThat(told())
          .containsExactly(
              FeedbackTaken.class, FeedbackTaken.class, FeedbackTaken.class, ReviewBegun.class);
    }

    @Test
    void again_or_late_or_for_nobody_changes_nothing() {
      given(aCeremony().started("s-1"));
      answers(ONE, ReviewRole.QA);
      value(collect(ONE, ReviewRole.QA));
      Ceremony once = current();

      assertThat(value(collect(ONE, ReviewRole.QA))).contains(once);
      value(cancel.cancel(PO, ID));
      answers(ONE, ReviewRole.DEVOPS);
      assertThat(value(collect(ONE, ReviewRole.DEVOPS))).contains(current());
      assertThat(
              value(
                  collect.collect(
                      SYSTEM,
                      new ReviewTicket(new CeremonyId("BRC-0"), ONE, ReviewRole.QA),
                      "d-0")))
          .isEmpty();
      assertThat(current().review(ONE).orElseThrow().opinions()).hasSize(1);
    }

    @Test
    void shows_one_that_failed() {
      given(aCeremony().started("s-1"));
      council.answers(
          deliberation("s-1", ReviewRole.QA), new ReviewCouncil.Answer.Failed("no model"));

      value(collect(ONE, ReviewRole.QA));

      assertThat(current().review(ONE).orElseThrow().inquiries())
          .contains(
              new Inquiry(
                  ReviewRole.QA,
                  Optional.of(deliberation("s-1", ReviewRole.QA)),
                  Optional.of("no model")));
    }

    @Test
    void of_one_that_is_still_open_is_sent_back() {
      given(aCeremony().started("s-1"));

      assertThat(refusal(collect(ONE, ReviewRole.QA)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class An_agent_from_outside {
    private final Command quinn = Command.by(People.QUINN);

    private Outcome<Ceremony> says(String text, String proposal) {
      return addFeedback.add(
          quinn, ID, ONE, new Feedback(ReviewRole.QA, "quinn", text, proposal, Optional.empty()));
    }

    private List<String> tasks() {
      return current().review(ONE).orElseThrow().opinions().get(0).advice().tasks().stream()
          .map(task -> task.description())
          .toList();
    }

    @Test
    void names_tasks_in_lines_of_text() {
      given(aCeremony().started("s-1"));

      value(says("Needs:\n1. Test it", "- Test it again"));

      assertThat(tasks()).containsExactly("Test it", "Test it again");
    }

    @Test
    void names_tasks_as_json() {
      given(aCeremony().started("s-1"));

      value(says("- not this", "{\"tasks\": [\"Test it\"], \"complexity\": \"HIGH\"}"));

      assertThat(tasks()).containsExactly("Test it");
    }

    @Test
    void may_be_the_last_that_was_missing() {
      given(aCeremony().started("s-1"));
      for (Actor actor : List.of(People.ARCHIE, People.QUINN, People.OPAL)) {
        ReviewRole role =
            Stream.of(ReviewRole.values())
                .filter(one -> actor.holds(one.role()))
                .findFirst()
                .orElseThrow();
        value(
            addFeedback.add(
                Command.by(actor),
                ID,
                ONE,
                new Feedback(
                    role, actor.id().value(), "- Do it", "", Optional.of(Moments.MORNING))));
      }

      assertThat(current().status()).isEqualTo(CeremonyStatus.REVIEWING);
      assertThat(current().review(ONE).flatMap(StoryReview::reviewedAt)).contains(Moments.MORNING);
    }

    @Test
    void changes_nothing_when_nobody_listens() {
      Ceremony reviewing = given(aCeremony().reviewing("s-1"));

      assertThat(value(says("Late", ""))).isEqualTo(reviewing);
    }

    @Test
    void is_told_when_the_story_is_not_in_it_or_nothing_was_said() {
      given(aCeremony().started("s-2"));

      assertThat(refusal(says("Fine", "")).message())
          .isEqualTo("there is no story s-1 in ceremony BRC-7");
      assertThatThrownBy(() -> says(" ", ""))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("feedback");
    }
  }

  @Nested
  class Approving_a_plan {
    private Result approved(StoryId story) {
      return value(approve.approve(PO, ID, story, GO));
    }

    @Test
    void makes_it_with_a_task_for_each_decision() {
      given(aCeremony().reviewing("s-1", "s-2"));

      Plan plan = approved(ONE).plan();

      assertThat(memory.plans.find(plan.id())).contains(plan);
      assertThat(plan.status()).isEqualTo(PlanStatus.APPROVED);
      assertThat(plan.deliberation()).isEqualTo("BRC-7");
      List<Task> made = memory.tasks.ofStory(ONE);
      assertThat(made)
          .extracting(task -> task.text().title())
          .containsExactlyInAnyOrder(
              "Do what ARCHITECT says", "Do what QA says", "Do what DEVOPS says");
      assertThat(made)
          .allSatisfy(
              task -> {
                assertThat(task.id().value()).startsWith("TSK-");
                assertThat(task.plan()).contains(plan.id());
                assertThat(task.text().type()).isEqualTo(TaskType.BACKLOG_REVIEW_IDENTIFIED);
              });
    }

    @Test
    void is_adopted_by_a_story_that_is_ready_for_planning_and_waits_elsewhere() {
      given(aCeremony().reviewing("s-1", "s-2"));

      Plan first = approved(ONE).plan();
      Plan second = approved(TWO).plan();

      assertThat(memory.stories.find(ONE).flatMap(Story::plan)).contains(first.id());
      assertThat(memory.stories.find(TWO).flatMap(Story::plan)).isEmpty();
      assertThat(memory.plans.ofStory(TWO)).containsExactly(second);
    }

    @Test
    void takes_the_tasks_that_no_plan_holds() {
      memory.tasks.given(aTask().called("T-1").of(ONE).build());
      memory.tasks.given(aTask().called("T-2").of(ONE).from(new PlanId("PL-0")).build());
      given(aCeremony().reviewing("s-1", "s-2"));

      Plan plan = approved(ONE).plan();

      assertThat(memory.tasks.find(new TaskId("T-1")).flatMap(Task::plan)).contains(plan.id());
      assertThat(memory.tasks.find(new TaskId("T-2")).flatMap(Task::plan))
          .contains(new PlanId("PL-0"));
    }

    @Test
    void again_answers_the_plan_that_there_is() {
      given(aCeremony().reviewing("s-1", "s-2"));
      Result first = approved(ONE);

      Result again =
          value(
              approve.approve(
                  PO.expecting(1),
                  ID,
                  ONE,
                  new Statement("Other", "", Optional.empty(), Optional.of("other"))));

      assertThat(again).isEqualTo(first);
      assertThat(memory.plans.ofStory(ONE)).hasSize(1);
      assertThat(memory.tasks.ofStory(ONE)).hasSize(3);
    }

    @Test
    void is_the_end_when_it_was_the_last_decision() {
      given(aCeremony().reviewing("s-1", "s-2"));

      assertThat(approved(ONE).ceremony().status()).isEqualTo(CeremonyStatus.REVIEWING);
      assertThat(approved(TWO).ceremony().status()).isEqualTo(CeremonyStatus.COMPLETED);
      assertThat(told()).endsWith(CeremonyCompleted.class);
      assertThat(value(approve.approve(PO, ID, ONE, GO)).ceremony().status())
          .isEqualTo(CeremonyStatus.COMPLETED);
    }

    @Test
    void is_not_the_end_where_a_story_has_nothing_to_do() {
      given(aCeremony().reviewing("s-1").with(ACeremony.rejected("s-2")));

      assertThat(approved(ONE).ceremony().status()).isEqualTo(CeremonyStatus.REVIEWING);
      assertThat(value(complete.complete(PO, ID)).status()).isEqualTo(CeremonyStatus.COMPLETED);
    }

    @Test
    void may_be_done_while_others_are_still_thought_about() {
      given(aCeremony().started("s-2").with(ACeremony.reviewed("s-1")));

      assertThat(approved(ONE).ceremony().status()).isEqualTo(CeremonyStatus.IN_PROGRESS);
    }

    @Test
    void is_refused_where_story_ceremony_or_plan_do_not_allow_it() {
      given(aCeremony().reviewing("s-1").started("s-2").in(CeremonyStatus.REVIEWING));

      assertThat(refusal(approve.approve(PO, ID, new StoryId("s-0"), GO)).message())
          .isEqualTo("there is no story s-0 in ceremony BRC-7");
      assertThat(refusal(approve.approve(PO.expecting(4), ID, ONE, GO)).code())
          .isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(refusal(approve.approve(PO, ID, TWO, GO)).code())
          .isEqualTo(Refusal.Code.GUARD_FAILED);
      memory.stories.given(aStory().called("s-1").archived().build());
      assertThat(refusal(approve.approve(PO, ID, ONE, GO)).message()).contains("is archived");
      assertThat(refusal(approve.approve(PO, new CeremonyId("BRC-0"), ONE, GO)).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(memory.plans.ofStory(ONE)).isEmpty();
    }
  }

  @Nested
  class Turning_a_plan_down {
    @Test
    void keeps_the_reason_and_makes_nothing() {
      given(aCeremony().reviewing("s-1", "s-2"));

      Ceremony after = value(reject.reject(PO, ID, ONE, "Too large"));

      assertThat(after.count(ReviewStatus.REJECTED)).isEqualTo(1);
      assertThat(memory.plans.ofStory(ONE)).isEmpty();
    }

    @Test
    void without_a_reason_is_refused() {
      given(aCeremony().reviewing("s-1"));

      assertThatThrownBy(() -> reject.reject(PO, ID, ONE, " "))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("rejection_reason");
    }
  }

  @Nested
  class Ending {
    @Test
    void early_dismisses_the_councils_that_still_think_and_may_be_repeated() {
      given(aCeremony().started("s-1").with(ACeremony.reviewed("s-2")));

      Ceremony cancelled = value(cancel.cancel(PO, ID));

      assertThat(cancelled.status()).isEqualTo(CeremonyStatus.CANCELLED);
      assertThat(council.dismissed).containsExactly("d-s-1-ARCHITECT", "d-s-1-QA", "d-s-1-DEVOPS");
      assertThat(value(cancel.cancel(PO, ID))).isEqualTo(cancelled);
      assertThat(told()).containsExactly(CeremonyCancelled.class);
    }

    @Test
    void for_one_story_dismisses_its_councils_and_may_leave_nothing_to_wait_for() {
      given(aCeremony().started("s-1").with(ACeremony.reviewed("s-2")));

      Ceremony after = value(remove.remove(PO, ID, ONE));

      assertThat(council.dismissed).hasSize(3);
      assertThat(after.status()).isEqualTo(CeremonyStatus.REVIEWING);
    }

    @Test
    void after_it_has_ended_is_refused() {
      given(aCeremony().with(ACeremony.rejected("s-1")).in(CeremonyStatus.COMPLETED));

      assertThat(refusal(cancel.cancel(PO, ID)).message())
          .isEqualTo("ceremony BRC-7 cannot CANCEL while COMPLETED; legal: nothing, it has ended");
      assertThat(refusal(complete.complete(PO, ID)).code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    }
  }
}
