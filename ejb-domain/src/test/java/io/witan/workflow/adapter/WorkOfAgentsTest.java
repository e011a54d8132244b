package io.witan.workflow.adapter;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.testing.AWorkflow;
import io.witan.testing.Deliveries;
import io.witan.testing.Memory;
import io.witan.testing.MemoryTransactions.Recorded;
import io.witan.testing.Moments;
import io.witan.workflow.application.GiveBackClaim;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.application.TakeAgentWork;
import io.witan.workflow.domain.Claim;
import io.witan.workflow.domain.GateServing;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import io.witan.workflow.port.FourEyesPolicy;
import io.witan.workflow.port.GatePolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkOfAgentsTest {
  private static final String SUBJECT = "agent.work.completed";
  private static final String SHA =
      "\"artifacts\":{\"commit_sha\":\"4f2a9c1\",\"model\":\"m/x-1\"}";

  private final Memory memory = new Memory();
  private WorkOfAgents handler = serving(GateServing.OUTSIDE);

  private WorkOfAgents serving(GateServing serving) {
    GatePolicy gates =
        new GatePolicy(
            Map.of(
                Role.DEVELOPER,
                serving,
                Role.ARCHITECT,
                serving,
                Role.QA,
                serving,
                Role.PO,
                serving),
            3);
    PerformAction perform =
        new PerformAction(
            memory.transactions, memory.workflows, new FourEyesPolicy(false), Moments.CLOCK);
    return new WorkOfAgents(
        new OnceInEffect(memory.transactions, memory.inbox),
        new TakeAgentWork(memory.transactions, memory.workflows, gates, perform),
        new GiveBackClaim(memory.transactions, memory.workflows, Moments.CLOCK));
  }

  private void a(AWorkflow workflow) {
    memory.workflows.given(workflow.of("T-7").build());
  }

  private static String work(String action, String role, String... more) {
    String base =
        "\"task_id\":\"T-7\",\"action\":\"%s\",\"actor_role\":\"%s\",\"timestamp\":\"2026-03-02T12:00:00Z\""
            .formatted(action, role);
    return "{" + String.join(",", base, String.join(",", more)).replaceAll(",$", "") + "}";
  }

  private void says(String payload) {
    says("e-1", payload);
  }

  private void says(String eventId, String payload) {
    handler.receive(payload, Deliveries.of(eventId, SUBJECT));
  }

  private TaskWorkflow task() {
    return memory.workflows.find(new TaskId("T-7")).orElseThrow();
  }

  private List<String> deeds() {
    return memory.transactions.recorded().stream()
        .filter(recorded -> recorded.event() instanceof TaskMoved)
        .map(WorkOfAgentsTest::deed)
        .toList();
  }

  private static String deed(Recorded recorded) {
    TaskMoved moved = (TaskMoved) recorded.event();
    return recorded.by() + " " + moved.action().wire();
  }

  @Nested
  class Work_on_a_task_that_waits {
    @Test
    void is_claimed_and_done_by_one_word() {
      a(aWorkflow().in(TaskState.TODO));

      says(work("commit_code", "developer", SHA, "\"agent_id\":\"agent-dev-7\""));

      assertThat(deeds())
          .containsExactly(
              "agent-dev-7 claim_task",
              "agent-dev-7 commit_code",
              "system auto_route_to_architect");
      assertThat(task().artifacts()).containsEntry("commit_sha", "4f2a9c1");
      assertThat(task().authors().models()).hasToString("{agent-dev-7=m/x-1}");
    }

    @ParameterizedTest
    @CsvSource({
      "PENDING_ARCH_REVIEW, approve_design, architect, PENDING_QA",
      "PENDING_ARCH_REVIEW, reject_design, architect, ARCH_REJECTED",
      "PENDING_QA, approve_tests, qa, PENDING_PO_APPROVAL",
      "PENDING_QA, reject_tests, qa, QA_FAILED",
      "TODO, claim_task, developer, IMPLEMENTING",
      "ARCH_REJECTED, commit_code, developer, PENDING_ARCH_REVIEW",
      "QA_FAILED, commit_code, developer, PENDING_ARCH_REVIEW",
      "QA_FAILED, revise_code, developer, IMPLEMENTING"
    })
    void goes_where_the_table_says(TaskState from, String action, String role, TaskState to) {
      a(aWorkflow().in(from).by("dev", ""));

      says(work(action, role, SHA, "\"feedback\":\"The totals are wrong\""));

      assertThat(task().state()).isEqualTo(to);
    }

    @Test
    void is_of_the_agent_of_the_role_when_none_is_named() {
      a(aWorkflow().in(TaskState.TODO));

      says(work("claim_task", "developer"));

      assertThat(task().claim()).contains(new Claim(new ActorId("agent-developer"), 2));
    }

    @Test
    void acts_once_however_often_it_comes() {
      a(aWorkflow().in(TaskState.QA_FAILED));
      says(work("revise_code", "developer"));

      says(work("revise_code", "developer"));

      assertThat(deeds()).containsExactly("agent-developer revise_code");
    }
  }

  @Nested
  class Work_under_a_claim {
    @Test
    void shows_its_token() {
      a(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("agent-dev-7").atVersion(3));

      says(
          work(
              "commit_code", "developer", SHA, "\"agent_id\":\"agent-dev-7\",\"fencing_token\":3"));

      assertThat(task().state()).isEqualTo(TaskState.PENDING_ARCH_REVIEW);
    }

    @Test
    void that_is_over_is_refused() {
      a(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("agent-dev-7").atVersion(3));

      says(
          work(
              "commit_code", "developer", SHA, "\"agent_id\":\"agent-dev-7\",\"fencing_token\":2"));

      assertThat(task().state()).isEqualTo(TaskState.IMPLEMENTING);
    }

    @Test
    void that_went_back_to_the_queue_is_refused_and_not_claimed_anew() {
      a(aWorkflow().in(TaskState.TODO).atVersion(4));

      says(work("commit_code", "developer", SHA, "\"fencing_token\":2"));

      assertThat(task().state()).isEqualTo(TaskState.TODO);
      assertThat(deeds()).isEmpty();
    }

    @Test
    void of_somebody_else_is_refused() {
      a(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev"));

      says(work("commit_code", "developer", SHA));

      assertThat(task().state()).isEqualTo(TaskState.IMPLEMENTING);
    }
  }

  @Nested
  class What_the_rules_forbid {
    @Test
    void is_acknowledged_and_not_acted_on_later_either() {
      a(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev"));
      says(work("approve_tests", "qa"));
      a(aWorkflow().in(TaskState.PENDING_QA));

      says(work("approve_tests", "qa"));

      assertThat(task().state()).isEqualTo(TaskState.PENDING_QA);
    }

    @Test
    void leaves_no_claim_behind() {
      a(aWorkflow().in(TaskState.PENDING_QA).by("agent-qa", ""));

      says(work("approve_tests", "qa"));

      assertThat(task().state()).isEqualTo(TaskState.PENDING_QA);
      assertThat(deeds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "TODO, commit_code, architect",
      "PENDING_QA, approve_tests, developer",
      "PENDING_PO_APPROVAL, approve_story, qa",
      "PENDING_PO_APPROVAL, approve_story, po",
      "IMPLEMENTING, discard_task, po",
      "TODO, assign_to_developer, system",
      "QA_TESTING, expire_claim, system",
      "DEV_COMPLETED, auto_route_to_architect, system"
    })
    void is_what_a_role_may_not_do(TaskState state, String action, String role) {
      a(aWorkflow().in(state));

      says(work(action, role, SHA));

      assertThat(task().state()).isEqualTo(state);
      assertThat(deeds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "TODO, commit_code, developer",
      "PENDING_ARCH_REVIEW, approve_design, architect",
      "PENDING_QA, approve_tests, qa"
    })
    void is_what_a_gate_is_not_given_to(TaskState state, String action, String role) {
      handler = serving(GateServing.PEOPLE);
      a(aWorkflow().in(state));

      says(work(action, role, SHA));

      assertThat(task().state()).isEqualTo(state);
      assertThat(deeds()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OUTSIDE", "AGENTS"})
  void a_gate_that_is_given_to_agents_is_open_to_those_from_outside(GateServing serving) {
    handler = serving(serving);
    a(aWorkflow().in(TaskState.PENDING_QA));

    says(work("approve_tests", "qa"));

    assertThat(task().state()).isEqualTo(TaskState.PENDING_PO_APPROVAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"action\":\"claim_task\",\"actor_role\":\"developer\",\"timestamp\":\"2026-03-02T12:00:00Z\"}|task_id",
        "{\"task_id\":\"T-7\",\"actor_role\":\"developer\",\"timestamp\":\"2026-03-02T12:00:00Z\"}|action",
        "{\"task_id\":\"T-7\",\"action\":\"fly\",\"actor_role\":\"developer\",\"timestamp\":\"2026-03-02T12:00:00Z\"}|action",
        "{\"task_id\":\"T-7\",\"action\":\"claim_task\",\"timestamp\":\"2026-03-02T12:00:00Z\"}|actor_role",
        "{\"task_id\":\"T-7\",\"action\":\"claim_task\",\"actor_role\":\"king\",\"timestamp\":\"2026-03-02T12:00:00Z\"}|actor_role",
        "{\"task_id\":\"T-7\",\"action\":\"claim_task\",\"actor_role\":\"developer\"}|timestamp",
        "{\"task_id\":\"T-7\",\"action\":\"claim_task\",\"actor_role\":\"developer\",\"timestamp\":\"noon\"}|timestamp",
        "[]|no JSON object"
      })
  void a_message_that_is_malformed_is_sent_back_with_the_field(String payload, String field) {
    assertThatThrownBy(() -> says(payload))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"agent_id\":\"paula\"|agent_id",
        "\"fencing_token\":\"3\"|fencing_token",
        "\"fencing_token\":1.5|fencing_token",
        "\"artifacts\":[]|artifacts",
        "\"artifacts\":{\"model\":7}|artifacts.model"
      })
  void so_is_one_with_a_malformed_detail(String detail, String field) {
    a(aWorkflow().in(TaskState.TODO));

    assertThatThrownBy(() -> says(work("claim_task", "developer", detail)))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource({
    "TODO, commit_code, developer, artifacts.commit_sha",
    "PENDING_QA, reject_tests, qa, feedback"
  })
  void so_is_one_that_lacks_what_its_action_needs(
      TaskState state, String action, String role, String field) {
    a(aWorkflow().in(state));

    assertThatThrownBy(() -> says(work(action, role)))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(field);
    assertThat(deeds()).isEmpty();
  }

  @Test
  void so_is_one_about_a_task_that_nobody_knows() {
    assertThatThrownBy(() -> says(work("claim_task", "developer")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("T-7");
  }
}
