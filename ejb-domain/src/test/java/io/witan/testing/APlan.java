package io.witan.testing;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanEvent;
import io.witan.planning.domain.PlanEvent.PlanProposed;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A plan to try things with: {@code aPlan().of(story).approved()}. It has two tasks in a row. */
public final class APlan {
  /** Calls the provider, then tests it. */
  public static final PlanContent CONTENT =
      new PlanContent(
          "Card payments",
          "Call the provider from the order service.",
          List.of("A receipt is shown"),
          "Keep the provider's answer with the order.",
          List.of(
              new PlannedTask(ATask.TEXT, List.of()),
              new PlannedTask(
                  new TaskText("Test refusals", "", TaskType.INTEGRATION_TEST, "qa", 3, 2),
                  List.of(0))));

  private PlanId id = new PlanId("PL-" + UUID.randomUUID());
  private StoryId story = new StoryId("s-1");
  private int number = 1;
  private String deliberation = "d-" + UUID.randomUUID();
  private PlanStatus status = PlanStatus.PROPOSED;
  private Optional<PlanDecision> decision = Optional.empty();
  private Instant createdAt = Moments.MORNING;
  private long version = 1;

  private APlan() {}

  public static APlan aPlan() {
    return new APlan();
  }

  public APlan called(String name) {
    id = new PlanId(name);
    return this;
  }

  public APlan of(StoryId parent) {
    story = parent;
    return this;
  }

  /** Which version it is of its story's plans. */
  public APlan numbered(int which) {
    number = which;
    return this;
  }

  public APlan outOf(String origin) {
    deliberation = origin;
    return this;
  }

  public APlan approved() {
    return decided(PlanStatus.APPROVED, "");
  }

  public APlan rejected() {
    return decided(PlanStatus.REJECTED, "Too large");
  }

  private APlan decided(PlanStatus verdict, String note) {
    status = verdict;
    decision = Optional.of(new PlanDecision(new ActorId("paula"), Moments.NOON, note));
    return this;
  }

  public APlan createdAt(Instant at) {
    createdAt = at;
    return this;
  }

  public Plan build() {
    return new Plan(id, story, number, deliberation, CONTENT, status, decision, createdAt, version);
  }

  /** The change that proposes it. */
  public Change<Plan, PlanEvent> written() {
    return new Change<>(build(), new PlanProposed(id, story, number, deliberation, createdAt));
  }
}
