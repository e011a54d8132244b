package io.witan.deliberation.adapter;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextPack;
import io.witan.context.port.ContextQuery;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
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
import io.witan.testing.MemoryDeliberations;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CouncilForDerivationTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final List<Agent> ARCHITECTS = Agent.council(Role.ARCHITECT, 3, "model-x");
  private static final Plan PLAN = aPlan().called("PL-7").of(new StoryId("s-7")).approved().build();

  private final MemoryDeliberations store = new MemoryDeliberations();
  private final List<ContextQuery> asked = new ArrayList<>();
  private final CouncilForDerivation council =
      new CouncilForDerivation(
          new StartDeliberation(store.transactions, store, charters(), new NumberedIds()),
          new GetDeliberation(store, store));

  /** Takes no turn here. */
  private static final class Idle implements TurnRunner {
    @Override
    public String name() {
      return "idle";
    }

    @Override
    public String model() {
      return "model-x";
    }

    @Override
    public CompletionStage<TurnResult> run(TurnRequest request) {
      throw new AssertionError("no turn is taken here");
    }
  }

  private Charters charters() {
    return new Charters(
        subject -> Optional.empty(),
        query -> {
          asked.add(query);
          return new ContextPack("what is known", 3, List.of(), List.of());
        },
        role -> ARCHITECTS,
        new Idle(),
        new DeliberationPolicy(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 6_000),
        Moments.CLOCK);
  }

  private String convened() {
    return value(council.convene(PO, DerivationId.of(PLAN.id()), PLAN));
  }

  private Deliberation kept(String id) {
    return store.find(new DeliberationId(id)).orElseThrow();
  }

  @Nested
  class Convened {
    @Test
    void is_a_deliberation_whose_task_says_that_it_derives() {
      Deliberation started = kept(convened());

      assertThat(started.charter().subject()).isEqualTo(Subject.task("derive-PL-7"));
      assertThat(started.charter().purpose()).isEqualTo(Purpose.DERIVE);
      assertThat(started.charter().agents()).isEqualTo(ARCHITECTS);
    }

    @Test
    void is_given_the_plan_and_what_is_known_about_its_story() {
      Deliberation started = kept(convened());

      assertThat(started.charter().assignment().title()).isEqualTo("Card payments");
      assertThat(started.charter().assignment().text())
          .contains("Call the provider", "Technical notes:\nKeep the provider's answer");
      assertThat(started.charter().assignment().storyId()).contains("s-7");
      assertThat(asked)
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
    private String won(Proposal proposal) {
      Ranked winner = new Ranked(1, ARCHITECTS.get(0).id(), 1, 0.9, true, "text", proposal);
      String id = convened();
      Deliberation open = kept(id);
      store.given(
          new Deliberation(
              open.id(),
              open.charter(),
              List.of(),
              Optional.of(new Ending.Completed(List.of(winner), Moments.NOON)),
              2));
      return id;
    }

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

      assertThat(value(council.verdict(won(proposal))))
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
      assertThat(refusal(council.verdict(won(Deliberations.plan("Plan")))).message())
          .contains("decided on no tasks");
      assertThat(refusal(council.verdict("D-0")).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }
}
