package io.witan.testing;

import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivedTask;
import io.witan.planning.domain.DerivedTask.Wait;
import io.witan.planning.domain.DerivedTasks;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.DerivationCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A council that numbers its deliberations and answers what it was told to. */
public final class FakeDerivationCouncil implements DerivationCouncil {
  /** What it was convened for, in order. */
  public final List<DerivationId> convened = new ArrayList<>();

  /** Whom nobody waits for any more. */
  public final List<String> dismissed = new ArrayList<>();

  private DerivedTasks answer = new DerivedTasks(List.of(task("T1"), task("T2", "T1")));

  /** A task that waits for others. */
  public static DerivedTask task(String key, String... waitsFor) {
    return new DerivedTask(
        key,
        new TaskText("Task " + key, "", TaskType.FEATURE, "developer", 2, 1),
        List.of(),
        Stream.of(waitsFor).map(other -> new Wait(other, "it needs " + other)).toList());
  }

  public void decides(DerivedTask... tasks) {
    answer = new DerivedTasks(List.of(tasks));
  }

  @Override
  public Outcome<String> convene(Command command, DerivationId derivation, Plan plan) {
    convened.add(derivation);
    return Outcome.done("d-" + convened.size());
  }

  /** Knows two answers: "tasks" holds what it would decide, everything else is unreadable. */
  @Override
  public Outcome<DerivedTasks> read(String text) {
    return text.equals("tasks")
        ? Outcome.done(answer)
        : Outcome.refused(
            Refusal.of(Refusal.Code.INVALID_ARGUMENT, "the answer is no JSON object"));
  }

  @Override
  public void dismiss(Command command, String deliberation) {
    dismissed.add(deliberation);
  }

  @Override
  public Outcome<DerivedTasks> verdict(String deliberation) {
    return Outcome.done(answer);
  }
}
