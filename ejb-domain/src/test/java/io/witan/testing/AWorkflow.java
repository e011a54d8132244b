package io.witan.testing;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.workflow.domain.Authors;
import io.witan.workflow.domain.Claim;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowEvent.WorkflowStarted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A workflow to try things with: {@code aWorkflow().in(QA_TESTING)}. */
public final class AWorkflow {
  private TaskId task = new TaskId("T-" + UUID.randomUUID());
  private StoryId story = new StoryId("s-1");
  private TaskState state = TaskState.TODO;
  private String feedback = "";
  private Map<String, String> artifacts = Map.of();
  private Authors authors = Authors.none();
  private Optional<ActorId> claimedBy = Optional.empty();
  private Optional<Instant> gateSince = Optional.empty();
  private Set<Sla> breached = Set.of();
  private int rejections;
  private int retries;
  private Instant createdAt = Moments.MORNING;
  private Instant updatedAt = Moments.MORNING;
  private long version = 1;

  private AWorkflow() {}

  public static AWorkflow aWorkflow() {
    return new AWorkflow();
  }

  public AWorkflow of(String name) {
    task = new TaskId(name);
    return this;
  }

  public AWorkflow of(StoryId parent) {
    story = parent;
    return this;
  }

  public AWorkflow in(TaskState where) {
    state = where;
    return this;
  }

  public AWorkflow claimedBy(String actor) {
    claimedBy = Optional.of(new ActorId(actor));
    return this;
  }

  public AWorkflow committed(String sha) {
    artifacts = Map.of("commit_sha", sha);
    return this;
  }

  /** Who committed to it, with that model; empty for a person. */
  public AWorkflow by(String author, String model) {
    authors = new Authors(Map.of(new ActorId(author), model));
    return this;
  }

  public AWorkflow rejected(int times, String why) {
    rejections = times;
    feedback = why;
    return this;
  }

  public AWorkflow retried(int times) {
    retries = times;
    return this;
  }

  public AWorkflow atGateSince(Instant at) {
    gateSince = Optional.of(at);
    return this;
  }

  public AWorkflow breached(Sla... slas) {
    breached = Set.of(slas);
    return this;
  }

  public AWorkflow createdAt(Instant at) {
    createdAt = at;
    return this;
  }

  public AWorkflow waitingSince(Instant at) {
    updatedAt = at;
    return this;
  }

  public AWorkflow atVersion(long number) {
    version = number;
    return this;
  }

  public TaskWorkflow build() {
    return new TaskWorkflow(
        task,
        story,
        state,
        feedback,
        artifacts,
        authors,
        claimedBy.map(actor -> new Claim(actor, version)),
        rejections,
        retries,
        gateSince.orElse(updatedAt),
        breached,
        createdAt,
        updatedAt,
        version);
  }

  /** The change that starts it. */
  public Change<TaskWorkflow, WorkflowEvent> started() {
    return new Change<>(build(), new WorkflowStarted(task, story, createdAt));
  }
}
