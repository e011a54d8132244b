package io.witan.deliberation.adapter;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.GateBriefs;
import io.witan.deliberation.application.ScriptedRunner;
import io.witan.deliberation.application.ServeGate;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.Assignments;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.domain.WireEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.shared.Sha256;
import io.witan.testing.AWorkflow;
import io.witan.testing.Contracts;
import io.witan.testing.Deliveries;
import io.witan.testing.Golden;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.Outcomes;
import io.witan.workflow.adapter.ClaimsOfFailedCouncils;
import io.witan.workflow.adapter.WorkOfAgents;
import io.witan.workflow.adapter.WorkflowGateTasks;
import io.witan.workflow.application.GiveBackClaim;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.TakeAgentWork;
import io.witan.workflow.domain.GateServing;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.FourEyesPolicy;
import io.witan.workflow.port.GatePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CouncilsAtGatesTest {
  private static final int ATTEMPTS = 2;
  private static final String CODE = "{\"title\":\"the work to the letter\"}";
  private static final WorkProposal WORK =
      new WorkProposal("Cards", "A form for cards", Optional.empty(), "Test it with CardTest");
  private static final VerdictProposal GOOD =
      new VerdictProposal("Fine", true, "It does what it should", List.of());
  private static final VerdictProposal BAD =
      new VerdictProposal("Not yet", false, "The totals are wrong", List.of());

  private final Memory memory = new Memory();
  private final NumberedIds ids = new NumberedIds();
  private final OnceInEffect once = new OnceInEffect(memory.transactions, memory.inbox);
  private final Assignments assignments =
      subject ->
          Optional.of(
              subject.kind() == Subject.Kind.STORY
                  ? new Assignment("Pay", "", List.of("A receipt is shown"), Optional.of("s-1"))
                  : new Assignment("Cards", "Take cards.", List.of(), Optional.of("s-1")));
  private final StartDeliberation start =
      new StartDeliberation(
          memory.transactions,
          memory.deliberations,
          new Charters(
              assignments,
              query -> ContextPack.empty(),
              role -> Outcome.done(Agent.council(role, 2, "model-x")),
              new ScriptedRunner(),
              memory.deliberations,
              new DeliberationPolicy(
                  Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 100),
              TermsPolicy.unlimited(),
              TrackRecord.empty(),
              Moments.CLOCK),
          ids);
  private final PerformAction perform =
      new PerformAction(
          memory.transactions, memory.workflows, new FourEyesPolicy(false), Moments.CLOCK);
  private final GiveBackClaim giveBack =
      new GiveBackClaim(memory.transactions, memory.workflows, Moments.CLOCK);
  private final ClaimsOfFailedCouncils failures = new ClaimsOfFailedCouncils(once, giveBack);
  private int events;

  private static GatePolicy gates(GateServing serving) {
    return new GatePolicy(
        Map.of(Role.DEVELOPER, serving, Role.ARCHITECT, serving, Role.QA, serving), ATTEMPTS);
  }

  private CouncilsAtGates councils(GateServing serving) {
    return new CouncilsAtGates(
        once,
        new ServeGate(
            memory.transactions,
            new WorkflowGateTasks(memory.workflows, perform),
            new GateBriefs(assignments, memory.deliberations),
            memory.deliberations,
            start,
            new CancelDeliberation(memory.transactions, memory.deliberations, Moments.CLOCK)),
        gates(serving));
  }

  private void a(AWorkflow workflow) {
    memory.workflows.given(workflow.of("T-7").build());
  }

  private TaskWorkflow task() {
    return memory.workflows.find(new TaskId("T-7")).orElseThrow();
  }

  /** Tells councils where the task waits, as the workflow does. */
  private void told(GateServing serving) {
    String role = task().state().roleInCharge().orElseThrow().wire();
    String id = "e-" + ++events;
    councils(serving)
        .assigned(
            "{\"task_id\":\"T-7\",\"role\":\"%s\"}".formatted(role),
            Deliveries.of(id, "workflow.task.assigned"));
    if (task().state().isWaiting()) {
      councils(serving)
          .toBeJudged(
              "{\"task_id\":\"T-7\",\"validator_role\":\"%s\"}".formatted(role),
              Deliveries.of(id, "workflow.validation.required"));
    }
  }

  private void told() {
    told(GateServing.AGENTS);
  }

  private Deliberation open() {
    return memory.deliberations.open().get(0);
  }

  private Mandate mandate() {
    return open().charter().mandate().orElseThrow();
  }

  private Change<Deliberation, DeliberationEvent> decision(Proposal proposal) {
    Deliberation open = open();
    List<Ranked> ranking =
        List.of(new Ranked(1, open.charter().agents().get(0).id(), 1, 0.9, true, CODE, proposal));
    return new Change<>(
        new Deliberation(
            open.id(),
            open.charter(),
            List.of(),
            Optional.of(new Ending.Completed(ranking, Optional.empty(), Moments.NOON)),
            open.version() + 1),
        new DeliberationEvent.DeliberationCompleted(
            open.id(), ranking, Optional.empty(), Moments.NOON));
  }

  private List<WireEvent> ended(Change<Deliberation, DeliberationEvent> change) {
    Outcomes.value(
        memory.transactions.run(
            Command.by(Actor.system()),
            () -> {
              memory.deliberations.lock(change.after().id());
              memory.deliberations.save(change);
              return Outcome.done(true);
            }));
    Telling telling = DeliberationWire.tell(change.after(), change.event());
    telling.messages().forEach(Contracts::mustDescribe);
    return telling.messages();
  }

  /** The council decides, and its word comes to the workflow. */
  private void decided(Proposal proposal) {
    WireEvent word = word(ended(decision(proposal)));
    new WorkOfAgents(
            once,
            new TakeAgentWork(
                memory.transactions, memory.workflows, gates(GateServing.AGENTS), perform),
            giveBack)
        .receive(CanonicalJson.of(word.payload()), Deliveries.of("w-" + ++events, word.subject()));
  }

  private static WireEvent word(List<WireEvent> messages) {
    return messages.stream()
        .filter(message -> message.subject().equals("agent.work.completed"))
        .findFirst()
        .orElseThrow();
  }

  private void failed() {
    WireEvent failure = ended(Outcomes.value(open().fail("nobody came", Moments.NOON))).get(0);
    failures.failed(
        CanonicalJson.of(failure.payload()), Deliveries.of("f-" + ++events, failure.subject()));
  }

  @Nested
  class A_task_that_comes_to_a_gate_of_councils {
    @ParameterizedTest
    @CsvSource({
      "TODO, IMPLEMENTING, IMPLEMENT, agent-developer-council",
      "ARCH_REJECTED, IMPLEMENTING, IMPLEMENT, agent-developer-council",
      "QA_FAILED, IMPLEMENTING, IMPLEMENT, agent-developer-council",
      "PENDING_ARCH_REVIEW, ARCH_REVIEWING, JUDGE_DESIGN, agent-architect-council",
      "PENDING_QA, QA_TESTING, JUDGE_TESTS, agent-qa-council"
    })
    void is_claimed_and_thought_about(
        TaskState at, TaskState then, Purpose purpose, String council) {
      a(aWorkflow().in(at).by("dev", ""));

      told();

      assertThat(task().state()).isEqualTo(then);
      assertThat(task().claimedBy()).contains(new ActorId(council));
      assertThat(open().charter().purpose()).isEqualTo(purpose);
      assertThat(mandate().fencingToken()).isEqualTo(task().fencingToken().orElseThrow());
      assertThat(new CouncilsAtWork(memory.deliberations).areAtWork(task())).isTrue();
    }

    @Test
    void is_left_alone_when_somebody_was_faster() {
      a(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev"));

      councils(GateServing.AGENTS)
          .assigned(
              "{\"task_id\":\"T-7\",\"role\":\"developer\"}",
              Deliveries.of("e-1", "workflow.task.assigned"));

      assertThat(memory.deliberations.open()).isEmpty();
    }

    @Test
    void ends_what_others_had_begun_for_themselves() {
      a(aWorkflow().in(TaskState.TODO));
      Deliberation before =
          Outcomes.value(start.start(Command.by(Actor.system()), Request.implementationOf("T-7")));

      told();

      assertThat(open().id()).isNotEqualTo(before.id());
      assertThat(memory.deliberations.find(before.id()).orElseThrow().isOpen()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PEOPLE", "OUTSIDE"})
  void a_gate_of_others_is_left_to_them(GateServing serving) {
    a(aWorkflow().in(TaskState.TODO));

    told(serving);

    assertThat(task().state()).isEqualTo(TaskState.TODO);
  }

  @Test
  void the_gate_of_the_product_owner_is_nobody_elses() {
    a(aWorkflow().in(TaskState.PENDING_PO_APPROVAL));

    told();

    assertThat(memory.deliberations.open()).isEmpty();
  }

  @Nested
  class What_a_council_decides {
    @Test
    void goes_through_all_gates_and_stops_before_the_product_owner() {
      a(aWorkflow().in(TaskState.TODO));

      told();
      decided(WORK);
      told();
      decided(GOOD);
      told();
      decided(GOOD);

      assertThat(task().state()).isEqualTo(TaskState.PENDING_PO_APPROVAL);
      assertThat(task().artifacts())
          .containsEntry("commit_sha", Sha256.hex(CODE))
          .containsEntry("commit_kind", "proposal_digest")
          .containsEntry("author", "agent-dev-001");
    }

    @Test
    void turns_work_down_and_the_next_one_hears_why() {
      a(aWorkflow().in(TaskState.TODO));
      told();
      decided(WORK);
      told();
      decided(BAD);

      told();

      assertThat(task().state()).isEqualTo(TaskState.IMPLEMENTING);
      assertThat(open().charter().assignment().text())
          .startsWith("Take cards.")
          .contains("The totals are wrong", "Test it with CardTest");
    }

    @Test
    void is_about_the_task_the_criteria_of_its_story_and_the_work() {
      a(aWorkflow().in(TaskState.TODO));
      told();
      decided(WORK);

      told();

      Charter charter = open().charter();
      assertThat(charter.assignment().acceptanceCriteria()).containsExactly("A receipt is shown");
      assertThat(charter.assignment().text())
          .contains("Take cards.", "The work to judge:", "A form for cards");
    }

    @Test
    void is_about_artifacts_where_a_person_did_the_work() {
      a(aWorkflow().in(TaskState.PENDING_QA).committed("4f2a9c1").by("dev", ""));

      told();

      assertThat(open().charter().assignment().text()).endsWith("commit_sha: 4f2a9c1");
    }

    @Test
    void is_refused_when_its_claim_is_over_and_harms_nothing() {
      a(aWorkflow().in(TaskState.TODO));
      told();
      memory.workflows.given(
          aWorkflow().of("T-7").in(TaskState.PENDING_QA).by("dev", "").atVersion(9).build());

      decided(WORK);

      assertThat(task().state()).isEqualTo(TaskState.PENDING_QA);
    }

    @Test
    void is_told_in_these_words() {
      a(aWorkflow().in(TaskState.TODO));
      told();

      Golden.mustMatch(
          "/io/witan/deliberation/wire/council-committed.json",
          List.of(word(ended(decision(WORK)))));
    }
  }

  @Nested
  class A_council_that_fails {
    @Test
    void gives_the_task_back_with_the_reason() {
      a(aWorkflow().in(TaskState.PENDING_QA).by("dev", ""));
      told();

      failed();

      assertThat(task().state()).isEqualTo(TaskState.PENDING_QA);
      assertThat(memory.workflows.of(new TaskId("T-7")))
          .last()
          .satisfies(
              step ->
                  assertThat(step.feedback())
                      .isEqualTo(
                          "claim 2 of agent-qa-council is given back: council 1 of at most 2"
                              + " failed: nobody came"));
    }

    @Test
    void is_followed_by_others_until_the_task_is_left_to_people() {
      a(aWorkflow().in(TaskState.TODO));
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        told();
        assertThat(mandate().attempt()).isEqualTo(attempt);
        failed();
      }

      told();

      assertThat(task().state()).isEqualTo(TaskState.TODO);
      assertThat(memory.deliberations.open()).isEmpty();
      assertThat(memory.workflows.of(new TaskId("T-7")))
          .last()
          .satisfies(step -> assertThat(step.feedback()).contains("left to people"));
    }

    @Test
    void says_nothing_of_a_claim_that_is_not_its_own() {
      a(aWorkflow().in(TaskState.TODO));
      told();
      memory.workflows.given(
          aWorkflow().of("T-7").in(TaskState.IMPLEMENTING).claimedBy("dev").atVersion(9).build());

      failed();

      assertThat(task().claimedBy()).contains(new ActorId("dev"));
    }
  }
}
