package io.witan.workflow.domain;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.ModelFamily;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.workflow.domain.TaskTransitions.Way;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose work a task holds: everybody who has committed to it. Four eyes: they may not judge it, in
 * whatever role, nor may a service in their name, nor they in the name of another.
 *
 * @param models who they are, and the model that each worked with; empty for a person
 */
public record Authors(Map<ActorId, String> models) {
  public Authors {
    models = Map.copyOf(models);
  }

  public static Authors none() {
    return new Authors(Map.of());
  }

  /** One more; the model is the artifact of that name. */
  Authors and(ActorId author, WorkDone work) {
    Map<ActorId, String> all = new HashMap<>(models);
    all.put(author, work.model());
    return new Authors(all);
  }

  /** Whether the actor is one of them, under its own name or another. */
  public boolean include(Actor actor) {
    return models.containsKey(actor.id()) || models.containsKey(actor.onBehalfOf());
  }

  /** Refuses a model that would judge what a model of its own family has made. */
  Outcome<TaskWorkflow> judgeByOtherFamily(TaskWorkflow task, Attempt attempt) {
    ModelFamily judge = ModelFamily.of(attempt.work().model());
    boolean own =
        judge.isKnown() && models.values().stream().map(ModelFamily::of).anyMatch(judge::equals);
    if (!attempt.action().isJudgement() || !own) {
      return Outcome.done(task);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.FORBIDDEN,
            "%s may not %s task %s with the model %s: it holds work of the same family, %s"
                .formatted(
                    attempt.actor().id(),
                    attempt.action(),
                    task.task(),
                    attempt.work().model(),
                    judge.name())));
  }

  Outcome<Way> judge(TaskWorkflow task, Way way, Actor actor) {
    if (!way.action().isJudgement() || !include(actor)) {
      return Outcome.done(way);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.FORBIDDEN,
            "%s may not %s task %s: it holds work of %s, and nobody judges their own"
                .formatted(
                    actor.id(),
                    way.action(),
                    task.task(),
                    models.containsKey(actor.id()) ? actor.id() : actor.onBehalfOf())));
  }
}
