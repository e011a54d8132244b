package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyEvent.FeedbackTaken;
import io.witan.planning.domain.CeremonyEvent.InquiryFailed;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanApproved;
import io.witan.planning.domain.CeremonyEvent.StoriesAdded;
import io.witan.planning.domain.CeremonyEvent.StoryRemoved;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.StoryId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens to single stories of a ceremony, on the wire. */
final class ReviewWire {
  static final EventContract STORIES_ADDED =
      about("stories_added", "Stories were added to a backlog review.")
          .with(field("story_ids", Shape.listOf(Shape.id())), field("added_by", Shape.id()));

  static final EventContract STORY_REMOVED =
      aboutStory("story_removed", "A story was taken out of a backlog review.")
          .with(field("removed_by", Shape.id()));

  static final EventContract FEEDBACK_TAKEN =
      aboutStory("feedback_taken", "One role has spoken about a story of a backlog review.")
          .with(
              field("role", Shape.oneOf(ReviewRole.values(), Enum::name)),
              field("author", Shape.text().meaning("An agent, or a person.")));

  static final EventContract INQUIRY_FAILED =
      aboutStory("inquiry_failed", "A council gave no feedback on a story of a backlog review.")
          .with(
              field("role", Shape.oneOf(ReviewRole.values(), Enum::name)),
              field("reason", Shape.text()));

  static final EventContract PLAN_APPROVED =
      aboutStory(
              "plan_approved",
              "The product owner approved what a backlog review found; planning.plan.approved tells"
                  + " of the plan that it made.")
          .with(field("plan_id", Shape.id()), field("approved_by", Shape.id()));

  private ReviewWire() {}

  private static EventContract about(String what, String summary) {
    return EventContract.of(
        "planning.backlog_review." + what,
        summary,
        field("event_type", Shape.exactly("backlog_review." + what)),
        field("ceremony_id", Shape.id()),
        field("timestamp", Shape.time()));
  }

  private static EventContract aboutStory(String what, String summary) {
    return about(what, summary).with(field("story_id", Shape.id()));
  }

  static Telling tell(CeremonyEvent event) {
    if (event instanceof StoriesAdded added) {
      Map<String, Object> facts =
          Fields.of("story_ids", added.stories().stream().map(StoryId::value).toList());
      return told("stories_added", STORIES_ADDED, event, facts, "added_by", added.by().value());
    }
    if (event instanceof StoryRemoved removed) {
      Map<String, Object> facts = Fields.of("story_id", removed.story().value());
      return told("story_removed", STORY_REMOVED, event, facts, "removed_by", removed.by().value());
    }
    if (event instanceof FeedbackTaken taken) {
      return told(
          "feedback_taken",
          FEEDBACK_TAKEN,
          event,
          Fields.of(
              "story_id", taken.story().value(),
              "role", taken.role().name(),
              "author", taken.author()));
    }
    if (event instanceof InquiryFailed failed) {
      return told(
          "inquiry_failed",
          INQUIRY_FAILED,
          event,
          Fields.of(
              "story_id", failed.story().value(),
              "role", failed.role().name(),
              "reason", failed.reason()));
    }
    return approved((ReviewPlanApproved) event);
  }

  private static Telling approved(ReviewPlanApproved approved) {
    Telling told =
        told(
            "plan_approved",
            PLAN_APPROVED,
            approved,
            Fields.of(
                "story_id", approved.story().value(),
                "plan_id", approved.plan().value()),
            "approved_by",
            approved.approval().by().value());
    Map<String, Object> facts = new LinkedHashMap<>(told.facts());
    facts.putAll(
        Fields.of(
            "content_digest", approved.digest(),
            "digest_stated", approved.digestStated()));
    return new Telling(told.action(), facts, told.messages());
  }

  /**
   * How it is told.
   *
   * @param facts in the audit trail and in the event
   * @param more in the event alone, where the audit entry has it anyway
   */
  private static Telling told(
      String what,
      EventContract contract,
      CeremonyEvent event,
      Map<String, Object> facts,
      Object... more) {
    Instant at = event.at();
    Map<String, Object> payload =
        new LinkedHashMap<>(
            Fields.of(
                "event_type",
                "backlog_review." + what,
                "ceremony_id",
                event.ceremony().value(),
                "timestamp",
                at));
    payload.putAll(facts);
    payload.putAll(Fields.of(more));
    return new Telling("ceremony." + what, facts, List.of(contract.event(payload)));
  }
}
