package io.witan.executor;

import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.json.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Writes what a rehearsed agent says as the JSON that a model would have to answer with. */
final class AnswerJson {
  private AnswerJson() {}

  static String of(Critique critique) {
    return JsonText.object()
        .add("critique", critique.text())
        .add("score", critique.score())
        .build()
        .toString();
  }

  static String of(Proposal proposal) {
    JsonObjectBuilder json =
        proposal instanceof PlanProposal plan ? plan(plan) : work((WorkProposal) proposal);
    return json.build().toString();
  }

  private static JsonObjectBuilder plan(PlanProposal plan) {
    JsonArrayBuilder criteria = JsonText.array();
    plan.acceptanceCriteria().forEach(criteria::add);
    JsonArrayBuilder tasks = JsonText.array();
    plan.tasks().forEach(task -> tasks.add(task(task)));
    return JsonText.object()
        .add("title", plan.title())
        .add("description", plan.description())
        .add("acceptance_criteria", criteria)
        .add("technical_notes", plan.technicalNotes())
        .add("tasks", tasks);
  }

  private static JsonObjectBuilder task(ProposedTask task) {
    JsonArrayBuilder dependsOn = JsonText.array();
    task.dependsOn().forEach(dependsOn::add);
    return JsonText.object()
        .add("title", task.title())
        .add("description", task.description())
        .add("type", task.type())
        .add("role", task.role().wire())
        .add("estimated_hours", task.estimatedHours())
        .add("priority", task.priority())
        .add("depends_on", dependsOn);
  }

  private static JsonObjectBuilder work(WorkProposal work) {
    return JsonText.object()
        .add("title", work.title())
        .add("summary", work.summary())
        .add("patch", work.patch().<JsonValue>map(JsonText::value).orElse(JsonValue.NULL))
        .add("work_note", work.workNote());
  }
}
