package io.witan.planning.application;

import static io.witan.testing.ADecision.aDecision;
import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.Decision.Scope;
import io.witan.planning.domain.DecisionEvent.DecisionApproved;
import io.witan.planning.domain.DecisionEvent.DecisionRejected;
import io.witan.planning.domain.DecisionEvent.DecisionSuperseded;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionStatus;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.ADecision;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final StoryId STORY = new StoryId("s-7");
  private static final DecisionId ID = new DecisionId("DEC-7");

  private final UseCases planning = new UseCases();
  private final Memory memory = planning.memory;

  @BeforeEach
  void a_story_is_in_work() {
    memory.stories.given(aStory().called("s-7").inProgress().build());
  }

  private static Scope aboutTheStory() {
    return new Scope(STORY, Optional.empty(), List.of(), Optional.empty());
  }

  private Decision given(ADecision decision) {
    return memory.decisions.given(decision.called("DEC-7").of(STORY).build());
  }

  @Nested
  class Proposing_one {
    @Test
    void keeps_it_with_all_that_it_is_about() {
      Plan plan = memory.plans.given(aPlan().of(STORY).build());
      Task task = memory.tasks.given(aTask().of(STORY).build());
      Decision before = memory.decisions.given(aDecision().of(STORY).approved().build());
      Scope scope =
          new Scope(STORY, Optional.of(plan.id()), List.of(task.id()), Optional.of(before.id()));

      Decision made =
          value(planning.proposeDecision.propose(Command.by(People.ARCHIE), scope, ADecision.TEXT));

      assertThat(memory.decisions.find(made.id())).contains(made);
      assertThat(made.status()).isEqualTo(DecisionStatus.PROPOSED);
      assertThat(made.proposedBy()).isEqualTo(People.ARCHIE.id());
      assertThat(made.affects()).containsExactly(task.id());
      assertThat(memory.decisions.find(before.id())).contains(before);
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"ADMIN"})
    void is_not_for_those_who_do_not_work_on_it(Role role) {
      assertThat(
              refusal(
                      planning.proposeDecision.propose(
                          Command.by(People.somebody("sam", role)),
                          aboutTheStory(),
                          ADecision.TEXT))
                  .code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }

    @Test
    void is_refused_for_what_belongs_to_another_story() {
      memory.plans.given(aPlan().called("PL-1").build());
      memory.tasks.given(aTask().called("T-1").build());
      memory.decisions.given(aDecision().called("DEC-1").build());

      assertThat(
              refused(
                  new Scope(STORY, Optional.of(new PlanId("PL-1")), List.of(), Optional.empty())))
          .isEqualTo("there is no plan PL-1 of story s-7");
      assertThat(
              refused(
                  new Scope(STORY, Optional.empty(), List.of(new TaskId("T-1")), Optional.empty())))
          .isEqualTo("there is no task T-1 of story s-7");
      assertThat(
              refused(
                  new Scope(
                      STORY, Optional.empty(), List.of(), Optional.of(new DecisionId("DEC-1")))))
          .isEqualTo("there is no decision DEC-1 of story s-7");
      assertThat(
              refused(new Scope(new StoryId("s-0"), Optional.empty(), List.of(), Optional.empty())))
          .isEqualTo("there is no story s-0");
    }

    @Test
    void is_refused_in_place_of_one_that_holds_no_more() {
      given(aDecision().rejected());

      assertThat(refused(new Scope(STORY, Optional.empty(), List.of(), Optional.of(ID))))
          .isEqualTo("decision DEC-7 is REJECTED: nothing takes its place");
    }

    private String refused(Scope scope) {
      return refusal(planning.proposeDecision.propose(PO, scope, ADecision.TEXT)).message();
    }
  }

  @Nested
  class Approving_one {
    @Test
    void keeps_who_when_and_what_was_noted() {
      Decision before = given(aDecision());

      Decision holds =
          value(
              planning.approveDecision.approve(
                  PO, ID, Optional.of(STORY), "Go", Optional.of(before.digest())));

      Ruling ruling = new Ruling(People.PAULA.id(), Moments.NOON, "Go");
      assertThat(memory.decisions.find(ID)).contains(holds);
      assertThat(holds.status()).isEqualTo(DecisionStatus.APPROVED);
      assertThat(holds.ruling()).contains(ruling);
      assertThat(memory.transactions.events())
          .containsExactly(new DecisionApproved(ID, STORY, ruling, before.digest(), true));
    }

    @Test
    void ends_the_one_whose_place_it_takes() {
      Decision other = memory.decisions.given(aDecision().of(STORY).approved().build());
      given(aDecision().insteadOf(other.id()));

      value(planning.approveDecision.approve(PO, ID, Optional.empty(), "", Optional.empty()));

      assertThat(memory.decisions.find(other.id()).map(Decision::status))
          .contains(DecisionStatus.SUPERSEDED);
      assertThat(memory.transactions.events())
          .contains(new DecisionSuperseded(other.id(), STORY, ID, Moments.NOON));
    }

    @Test
    void is_refused_when_something_else_was_shown_and_names_what_is_there() {
      Decision before = given(aDecision());

      Refusal refusal =
          refusal(
              planning.approveDecision.approve(PO, ID, Optional.empty(), "", Optional.of("other")));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(refusal.message())
          .isEqualTo(
              "decision DEC-7 is not what you were shown: its content digest is %s, you sent other; read it again, then decide"
                  .formatted(before.digest()));
    }

    @Test
    void without_a_digest_is_recorded_as_not_stated() {
      given(aDecision());

      value(planning.approveDecision.approve(PO, ID, Optional.empty(), "", Optional.empty()));

      assertThat(((DecisionApproved) memory.transactions.events().get(0)).digestStated()).isFalse();
    }

    @Test
    void is_refused_for_another_story_version_or_person_and_when_it_is_decided() {
      given(aDecision());

      assertThat(
              refusal(
                      planning.approveDecision.approve(
                          PO, ID, Optional.of(new StoryId("s-8")), "", Optional.empty()))
                  .message())
          .isEqualTo("there is no decision DEC-7 of story s-8");
      assertThat(approval(PO.expecting(4)).code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(approval(Command.by(People.ARCHIE)).message())
          .isEqualTo("archie may not approve a decision: needs the role po");
      given(aDecision().approved());
      assertThat(approval(PO).message())
          .isEqualTo(
              "decision DEC-7 cannot become APPROVED while APPROVED; legal: nothing, it is decided");
      memory.stories.given(aStory().called("s-7").archived().build());
      assertThat(approval(PO).message()).isEqualTo("story s-7 is archived: it takes no change");
    }

    private Refusal approval(Command command) {
      return refusal(
          planning.approveDecision.approve(command, ID, Optional.empty(), "", Optional.empty()));
    }
  }

  @Nested
  class Rejecting_one {
    @Test
    void keeps_the_reason_and_has_the_council_think_again() {
      given(aDecision());

      Rejected<Decision> rejected =
          value(planning.rejectDecision.reject(PO, ID, Optional.of(STORY), "Too dear"));

      assertThat(rejected.thing().status()).isEqualTo(DecisionStatus.REJECTED);
      assertThat(rejected.deliberation()).contains("d-1");
      assertThat(planning.council.convened).containsExactly(STORY);
      assertThat(memory.transactions.events())
          .containsExactly(
              new DecisionRejected(
                  ID, STORY, new Ruling(People.PAULA.id(), Moments.NOON, "Too dear")));
    }

    @Test
    void is_refused_without_a_reason_and_leaves_the_council_alone() {
      given(aDecision());

      assertThat(refusal(planning.rejectDecision.reject(PO, ID, Optional.empty(), " ")).code())
          .isEqualTo(Refusal.Code.INVALID_ARGUMENT);
      assertThat(planning.council.convened).isEmpty();
    }

    @Test
    void is_refused_for_one_that_is_decided_or_not_there() {
      given(aDecision().rejected());

      assertThat(refusal(planning.rejectDecision.reject(PO, ID, Optional.empty(), "No")).code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(
              refusal(
                      planning.rejectDecision.reject(
                          PO, new DecisionId("DEC-0"), Optional.empty(), "No"))
                  .code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Test
  void those_about_a_story_are_read_one_by_one_or_together() {
    Decision decision = given(aDecision());

    assertThat(value(new GetDecision(memory.decisions).get(ID))).isEqualTo(decision);
    assertThat(new ListDecisions(memory.decisions).list(STORY)).containsExactly(decision);
  }
}
