package io.witan.executor;

import io.witan.deliberation.domain.Ballot;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.json.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

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

  static String of(Ballot ballot) {
    JsonArrayBuilder marks = JsonText.array();
    ballot
        .marks()
        .forEach(
            mark ->
                marks.add(
                    JsonText.object()
                        .add("proposal", mark.label())
                        .add("reason", mark.reason())
                        .add("score", mark.score())));
    return JsonText.object().add("marks", marks).build().toString();
  }

  static String of(Proposal proposal) {
    return json(proposal).build().toString();
  }

  private static JsonObjectBuilder json(Proposal proposal) {
    if (proposal instanceof PlanProposal plan) {
      return plan(plan);
    }
    if (proposal instanceof DerivationProposal derivation) {
      return derivation(derivation);
    }
    if (proposal instanceof ReadinessProposal readiness) {
      return readiness(readiness);
    }
    if (proposal instanceof VerdictProposal verdict) {
      return JsonText.object()
          .add("title", verdict.title())
          .add("verdict", verdict.approved() ? "approve" : "reject")
          .add("feedback", verdict.feedback())
          .add("findings", texts(verdict.findings()));
    }
    return proposal instanceof ReviewProposal review
        ? review(review)
        : work((WorkProposal) proposal);
  }

  private static JsonObjectBuilder derivation(DerivationProposal derivation) {
    JsonArrayBuilder tasks = JsonText.array();
    derivation.tasks().forEach(task -> tasks.add(derived(task)));
    return JsonText.object().add("title", derivation.title()).add("tasks", tasks);
  }

  private static JsonObjectBuilder derived(DerivationProposal.Task task) {
    JsonArrayBuilder dependsOn = JsonText.array();
    task.dependsOn()
        .forEach(
            wait ->
                dependsOn.add(JsonText.object().add("id", wait.id()).add("reason", wait.reason())));
    return JsonText.object()
        .add("id", task.id())
        .add("title", task.title())
        .add("description", task.description())
        .add("type", task.type())
        .add("role", task.role().wire())
        .add("estimated_hours", task.estimatedHours())
        .add("priority", task.priority())
        .add("keywords", texts(task.keywords()))
        .add("depends_on", dependsOn);
  }

  private static JsonObjectBuilder readiness(ReadinessProposal readiness) {
    JsonArrayBuilder criteria = JsonText.array();
    readiness
        .criteria()
        .forEach(
            finding ->
                criteria.add(
                    JsonText.object()
                        .add("name", finding.name())
                        .add("points", finding.points())
                        .add("evidence", finding.evidence())
                        .add("reason", finding.reason())));
    return JsonText.object().add("title", readiness.title()).add("criteria", criteria);
  }

  private static JsonObjectBuilder review(ReviewProposal review) {
    JsonArrayBuilder tasks = JsonText.array();
    review
        .tasks()
        .forEach(
            task ->
                tasks.add(
                    JsonText.object()
                        .add("description", task.description())
                        .add("reason", task.reason())));
    return JsonText.object()
        .add("title", review.title())
        .add("feedback", review.feedback())
        .add("recommendations", texts(review.recommendations()))
        .add("acceptance_criteria", texts(review.acceptanceCriteria()))
        .add("dependencies", texts(review.dependencies()))
        .add("complexity", review.complexity())
        .add("tasks", tasks);
  }

  private static JsonArrayBuilder texts(List<String> texts) {
    JsonArrayBuilder array = JsonText.array();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObjectBuilder plan(PlanProposal plan) {
    JsonArrayBuilder tasks = JsonText.array();
    plan.tasks().forEach(task -> tasks.add(task(task)));
    return JsonText.object()
        .add("title", plan.title())
        .add("description", plan.description())
        .add("acceptance_criteria", texts(plan.acceptanceCriteria()))
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
