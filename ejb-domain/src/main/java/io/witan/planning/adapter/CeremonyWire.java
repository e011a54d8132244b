package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyEvent.CeremonyCancelled;
import io.witan.planning.domain.CeremonyEvent.CeremonyCompleted;
import io.witan.planning.domain.CeremonyEvent.CeremonyCreated;
import io.witan.planning.domain.CeremonyEvent.CeremonyStarted;
import io.witan.planning.domain.CeremonyEvent.ReviewBegun;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanRejected;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.ReviewStatus;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.StoryId;
import java.util.List;
import java.util.Map;

/**
 * Ceremony events on the wire. An approval of a plan is told of the plan that it makes as well; a
 * rejection makes none, and is told here as a plan would.
 */
final class CeremonyWire {
  static final EventContract CREATED =
      about("planning.backlog_review.created", "Stories are gathered for a backlog review.")
          .with(
              field("created_by", Shape.id()),
              field("story_ids", Shape.listOf(Shape.id())),
              field("status", Shape.exactly(CeremonyStatus.DRAFT.name())),
              field("created_at", Shape.time()));

  static final EventContract STARTED =
      about(
              "planning.backlog_review.ceremony.started",
              "Councils think about the stories of a backlog review.")
          .with(
              field("status", Shape.exactly(CeremonyStatus.IN_PROGRESS.name())),
              field("total_stories", Shape.whole(1)),
              field("deliberations_submitted", Shape.whole(0)),
              field("started_by", Shape.id()),
              field("started_at", Shape.time()));

  static final EventContract REVIEWING =
      about(
              "planning.backlog_review.ceremony.reviewing",
              "All feedback of a backlog review is there; its product owner decides.")
          .with(
              field("status", Shape.exactly(CeremonyStatus.REVIEWING.name())),
              field("total_stories", Shape.whole(1)),
              field("total_reviews", Shape.whole(0).meaning("Stories with feedback of all roles.")),
              field("timestamp", Shape.time()));

  static final EventContract COMPLETED =
      about(
              "planning.backlog_review.ceremony.completed",
              "Every plan of a backlog review is decided.")
          .with(
              field("completed_by", Shape.id()),
              field("completed_at", Shape.time()),
              field("total_stories", Shape.whole(0)),
              field("approved_count", Shape.whole(0)),
              field("rejected_count", Shape.whole(0)));

  static final EventContract CANCELLED =
      about("planning.backlog_review.ceremony.cancelled", "A backlog review was ended early.")
          .with(field("cancelled_by", Shape.id()), field("cancelled_at", Shape.time()));

  private CeremonyWire() {}

  private static EventContract about(String subject, String summary) {
    return EventContract.of(
        subject,
        summary,
        field("event_type", Shape.exactly(subject.substring("planning.".length()))),
        field("ceremony_id", Shape.id()));
  }

  static Telling tell(Ceremony after, CeremonyEvent event) {
    if (event instanceof CeremonyCreated created) {
      return created(after, created);
    }
    if (event instanceof CeremonyStarted started) {
      return started(after, started);
    }
    if (event instanceof ReviewBegun begun) {
      return begun(after, begun);
    }
    if (event instanceof CeremonyCompleted completed) {
      return completed(after, completed);
    }
    if (event instanceof CeremonyCancelled cancelled) {
      return cancelled(cancelled);
    }
    if (event instanceof ReviewPlanRejected rejected) {
      return rejected(rejected);
    }
    return ReviewWire.tell(event);
  }

  private static Telling created(Ceremony after, CeremonyCreated created) {
    return told(
        "ceremony.created",
        CREATED,
        Fields.of(
            "event_type", "backlog_review.created",
            "ceremony_id", created.ceremony().value(),
            "created_by", created.by().value(),
            "story_ids", created.stories().stream().map(StoryId::value).toList(),
            "status", after.status().name(),
            "created_at", created.at()));
  }

  private static Telling started(Ceremony after, CeremonyStarted started) {
    return told(
        "ceremony.started",
        STARTED,
        Fields.of(
            "event_type", "backlog_review.ceremony.started",
            "ceremony_id", started.ceremony().value(),
            "status", after.status().name(),
            "total_stories", after.reviews().size(),
            "deliberations_submitted", started.submitted(),
            "started_by", started.by().value(),
            "started_at", started.at()));
  }

  private static Telling begun(Ceremony after, ReviewBegun begun) {
    return told(
        "ceremony.reviewing",
        REVIEWING,
        Fields.of(
            "event_type", "backlog_review.ceremony.reviewing",
            "ceremony_id", begun.ceremony().value(),
            "status", after.status().name(),
            "total_stories", after.reviews().size(),
            "total_reviews",
                after.reviews().stream().filter(review -> review.missing().isEmpty()).count(),
            "timestamp", begun.at()));
  }

  private static Telling completed(Ceremony after, CeremonyCompleted completed) {
    return told(
        "ceremony.completed",
        COMPLETED,
        Fields.of(
            "event_type", "backlog_review.ceremony.completed",
            "ceremony_id", completed.ceremony().value(),
            "completed_by", completed.by().value(),
            "completed_at", completed.at(),
            "total_stories", after.reviews().size(),
            "approved_count", after.count(ReviewStatus.APPROVED),
            "rejected_count", after.count(ReviewStatus.REJECTED)));
  }

  private static Telling cancelled(CeremonyCancelled cancelled) {
    return told(
        "ceremony.cancelled",
        CANCELLED,
        Fields.of(
            "event_type", "backlog_review.ceremony.cancelled",
            "ceremony_id", cancelled.ceremony().value(),
            "cancelled_by", cancelled.by().value(),
            "cancelled_at", cancelled.at()));
  }

  private static Telling rejected(ReviewPlanRejected event) {
    Rejected verdict = event.verdict();
    return new Telling(
        "ceremony.plan_rejected",
        Fields.of("story_id", event.story().value(), "reason", verdict.reason()),
        List.of(
            PlanWire.rejection(
                Fields.of(
                    "plan_id", null,
                    "ceremony_id", event.ceremony().value(),
                    "story_id", event.story().value()),
                verdict.by(),
                verdict.reason(),
                verdict.at())));
  }

  private static Telling told(String action, EventContract contract, Map<String, Object> payload) {
    return new Telling(action, Map.of(), List.of(contract.event(payload)));
  }
}
