package io.witan.planning.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Priority;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.ReviewApproval;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewTask;
import io.witan.planning.domain.ReviewVerdict;
import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.shared.ActorId;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What there is about a story in a ceremony, as JSON text. */
final class StoryReviewJson {
  private StoryReviewJson() {}

  static String write(StoryReview review) {
    return CanonicalJson.of(
        Fields.of(
            "inquiries", review.inquiries().stream().map(StoryReviewJson::fields).toList(),
            "opinions", review.opinions().stream().map(StoryReviewJson::fields).toList(),
            "verdict", review.verdict().map(StoryReviewJson::fields)));
  }

  private static Map<String, Object> fields(Inquiry inquiry) {
    return Fields.of(
        "role", inquiry.role().name(),
        "deliberation_id", inquiry.deliberation(),
        "failure", inquiry.failure());
  }

  private static Map<String, Object> fields(Opinion opinion) {
    Advice advice = opinion.advice();
    return Fields.of(
        "role", opinion.role().name(),
        "author", opinion.author(),
        "deliberation_id", opinion.deliberation(),
        "text", opinion.text(),
        "tasks", advice.tasks().stream().map(StoryReviewJson::fields).toList(),
        "acceptance_criteria", advice.acceptanceCriteria(),
        "recommendations", advice.recommendations(),
        "dependencies", advice.dependencies(),
        "complexity", advice.complexity().map(Enum::name),
        "at", opinion.at());
  }

  private static Map<String, Object> fields(ReviewTask task) {
    return Fields.of("description", task.description(), "reason", task.reason());
  }

  private static Map<String, Object> fields(ReviewVerdict verdict) {
    if (verdict instanceof Rejected rejected) {
      return Fields.of(
          "rejected_by", rejected.by().value(),
          "at", rejected.at(),
          "reason", rejected.reason());
    }
    Approved approved = (Approved) verdict;
    ReviewApproval approval = approved.approval();
    return Fields.of(
        "approved_by", approval.by().value(),
        "at", approval.at(),
        "plan_id", approved.plan().value(),
        "notes", approval.notes(),
        "concerns", approval.concerns(),
        "priority", approval.priority().map(adjusted -> adjusted.to().name()),
        "priority_reason", approval.priority().map(PriorityAdjustment::reason));
  }

  static StoryReview read(StoryId story, String text) {
    JsonObject review = JsonText.object(text);
    return new StoryReview(
        story,
        each(review, "inquiries", StoryReviewJson::inquiry),
        each(review, "opinions", StoryReviewJson::opinion),
        Optional.ofNullable(review.getJsonObject("verdict")).map(StoryReviewJson::verdict));
  }

  private static <T> List<T> each(JsonObject from, String name, Function<JsonObject, T> read) {
    return from.getJsonArray(name).stream().map(JsonValue::asJsonObject).map(read).toList();
  }

  private static Inquiry inquiry(JsonObject inquiry) {
    return new Inquiry(
        ReviewRole.valueOf(inquiry.getString("role")),
        optional(inquiry, "deliberation_id"),
        optional(inquiry, "failure"));
  }

  private static Opinion opinion(JsonObject opinion) {
    return new Opinion(
        ReviewRole.valueOf(opinion.getString("role")),
        opinion.getString("author"),
        optional(opinion, "deliberation_id"),
        opinion.getString("text"),
        new Advice(
            each(opinion, "tasks", StoryReviewJson::task),
            texts(opinion, "acceptance_criteria"),
            texts(opinion, "recommendations"),
            texts(opinion, "dependencies"),
            optional(opinion, "complexity").map(Complexity::valueOf)),
        Instant.parse(opinion.getString("at")));
  }

  private static ReviewTask task(JsonObject task) {
    return new ReviewTask(task.getString("description"), task.getString("reason"));
  }

  private static ReviewVerdict verdict(JsonObject verdict) {
    Instant at = Instant.parse(verdict.getString("at"));
    if (verdict.containsKey("rejected_by")) {
      return new Rejected(
          new ActorId(verdict.getString("rejected_by")), at, verdict.getString("reason"));
    }
    return new Approved(
        new ReviewApproval(
            new ActorId(verdict.getString("approved_by")),
            at,
            verdict.getString("notes"),
            verdict.getString("concerns"),
            optional(verdict, "priority")
                .map(
                    to ->
                        new PriorityAdjustment(
                            Priority.valueOf(to), verdict.getString("priority_reason")))),
        new PlanId(verdict.getString("plan_id")));
  }

  private static Optional<String> optional(JsonObject from, String name) {
    return Optional.ofNullable(from.getString(name, null));
  }

  private static List<String> texts(JsonObject from, String name) {
    return from.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
