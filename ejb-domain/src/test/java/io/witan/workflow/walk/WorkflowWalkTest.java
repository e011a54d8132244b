package io.witan.workflow.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.MemoryClaimLeases;
import io.witan.testing.Moments;
import io.witan.testing.SettableClock;
import io.witan.workflow.domain.TaskState;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

@Label("Tasks at which everybody pulls at random")
class WorkflowWalkTest {
  private static final int WALKS = 500;
  private static final int COMMANDS = 200;
  private static final int TASKS = 3;

  private static final Set<TaskState> SEEN = EnumSet.noneOf(TaskState.class);
  private static final Set<String> HAPPENED = new HashSet<>();
  private static final Set<Refusal.Code> REFUSED = EnumSet.noneOf(Refusal.Code.class);

  @Property(tries = WALKS)
  @Label("are what the written table says, 100,000 commands long")
  void are_what_the_written_table_says(@ForAll long seed) {
    Memory memory = new Memory();
    SettableClock clock = new SettableClock(Moments.MORNING);
    Flow flow =
        new Flow(
            memory.transactions,
            memory.workflows,
            memory.workflows,
            new MemoryClaimLeases(memory.workflows, clock, Clocked.LEASE),
            clock);
    WorkflowWalk walk =
        new WorkflowWalk(
            flow, "T-", TASKS, () -> memory.transactions.events().size(), new Random(seed));

    walk.go(COMMANDS);

    SEEN.addAll(walk.seen());
    HAPPENED.addAll(walk.happened().keySet());
    REFUSED.addAll(walk.refusals().keySet());
  }

  /** Else the walks would prove less than they say. */
  @AfterContainer
  static void all_of_the_table_was_walked() {
    assertThat(EnumSet.complementOf(EnumSet.copyOf(SEEN)))
        .as("states in which no task ever rested")
        .containsExactlyInAnyOrder(
            TaskState.DEV_COMPLETED,
            TaskState.ARCH_APPROVED,
            TaskState.QA_PASSED,
            TaskState.PO_APPROVED);
    assertThat(HAPPENED)
        .contains(
            "assign_to_developer",
            "claim_task",
            "commit_code",
            "claim_review",
            "approve_design",
            "reject_design",
            "revise_code",
            "claim_testing",
            "approve_tests",
            "reject_tests",
            "approve_story",
            "reject_story",
            "discard_task",
            "retry",
            "heartbeat",
            "expire",
            "breach");
    assertThat(REFUSED)
        .containsExactlyInAnyOrder(
            Refusal.Code.NOT_FOUND,
            Refusal.Code.STALE_VERSION,
            Refusal.Code.ILLEGAL_TRANSITION,
            Refusal.Code.FORBIDDEN,
            Refusal.Code.INVALID_ARGUMENT,
            Refusal.Code.GUARD_FAILED);
  }
}
