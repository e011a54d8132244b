package io.witan.deliberation.adapter;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextQuery;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivedTask;
import io.witan.planning.domain.DerivedTasks;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.People;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouncilForDerivationTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final Plan PLAN = aPlan().called("PL-7").of(new StoryId("s-7")).approved().build();

  private final CouncilRoom room = new CouncilRoom();
  private final CouncilForDerivation council =
      new CouncilForDerivation(room.start(), room.get(), room.cancel(), new JsonAnswers());

  private String convened() {
    return value(council.convene(PO, DerivationId.of(PLAN.id()), PLAN));
  }

  @Nested
  class Convened {
    @Test
    void is_a_deliberation_whose_task_says_that_it_derives() {
      Deliberation started = room.kept(convened());

      assertThat(started.charter().subject()).isEqualTo(Subject.task("derive-PL-7"));
      assertThat(started.charter().purpose()).isEqualTo(Purpose.DERIVE);
      assertThat(started.charter().agents())
          .isEqualTo(value(CouncilRoom.COUNCILS.of(Role.ARCHITECT)));
    }

    @Test
    void is_given_the_plan_and_what_is_known_about_its_story() {
      Deliberation started = room.kept(convened());

      assertThat(started.charter().assignment().title()).isEqualTo("Card payments");
      assertThat(started.charter().assignment().text())
          .contains("Call the provider", "Technical notes:\nKeep the provider's answer");
      assertThat(started.charter().assignment().storyId()).contains("s-7");
      assertThat(room.asked())
          .containsExactly(
              new ContextQuery(
                  ContextQuery.Kind.STORY,
                  "s-7",
                  Role.ARCHITECT,
                  6_000,
                  ContextQuery.Scope.SURROUNDINGS));
    }

    @Test
    void again_is_the_same_while_it_is_open() {
      assertThat(convened()).isEqualTo(convened());
    }

    @Test
    void is_for_product_owners() {
      assertThat(
              refusal(council.convene(Command.by(People.DEV), DerivationId.of(PLAN.id()), PLAN))
                  .code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }
  }

  @Nested
  class Its_verdict {
    @Test
    void is_what_the_winner_says() {
      DerivationProposal proposal =
          new DerivationProposal(
              "Pay",
              List.of(
                  new DerivationProposal.Task(
                      "T1",
                      "Build",
                      "",
                      "feature",
                      Role.DEVELOPER,
                      3,
                      1,
                      List.of("api"),
                      List.of()),
                  new DerivationProposal.Task(
                      "T2",
                      "Test",
                      "",
                      "unit_test",
                      Role.QA,
                      2,
                      2,
                      List.of(),
                      List.of(new DerivationProposal.Wait("T1", "it tests it")))));

      assertThat(value(council.verdict(room.won(convened(), proposal))))
          .isEqualTo(
              new DerivedTasks(
                  List.of(
                      new DerivedTask(
                          "T1",
                          new TaskText("Build", "", TaskType.FEATURE, "developer", 3, 1),
                          List.of("api"),
                          List.of()),
                      new DerivedTask(
                          "T2",
                          new TaskText("Test", "", TaskType.UNIT_TEST, "qa", 2, 2),
                          List.of(),
                          List.of(new DerivedTask.Wait("T1", "it tests it"))))));
    }

    @Test
    void is_refused_when_the_winner_says_something_else_or_there_is_none() {
      String other = room.won(convened(), Deliberations.plan("Plan"));

      assertThat(refusal(council.verdict(other)).message()).contains("decided on no tasks");
      assertThat(refusal(council.verdict("D-0")).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class An_answer_from_elsewhere {
    @Test
    void is_read_in_the_form_that_councils_answer_in() {
      String answer =
          """
          {"title": "Pay", "tasks": [{"id": "T1", "title": "Build", "description": "",
            "type": "feature", "role": "developer", "estimated_hours": 3, "priority": 1,
            "keywords": ["api"], "depends_on": []}]}
          """;

      assertThat(value(council.read(answer)).tasks())
          .containsExactly(
              new DerivedTask(
                  "T1",
                  new TaskText("Build", "", TaskType.FEATURE, "developer", 3, 1),
                  List.of("api"),
                  List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"well ...", "{\"title\":\"Pay\"}", "{\"title\":\"Pay\",\"tasks\":[]}"})
    void is_refused_with_the_reason_in_any_other(String answer) {
      assertThat(refusal(council.read(answer)).code()).isEqualTo(Refusal.Code.INVALID_ARGUMENT);
    }
  }

  @Test
  void whom_nobody_waits_for_is_let_go() {
    String id = convened();

    council.dismiss(PO, id);

    assertThat(room.kept(id).isOpen()).isFalse();
  }
}
