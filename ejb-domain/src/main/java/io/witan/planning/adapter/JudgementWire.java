package io.witan.planning.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementEvent.JudgementFailed;
import io.witan.planning.domain.JudgementEvent.JudgementRequested;
import io.witan.planning.domain.JudgementEvent.ReadinessJudged;
import java.util.List;

/** Events of judgements of readiness on the wire. */
final class JudgementWire {
  static final EventContract REQUESTED =
      EventContract.of(
          "planning.story.readiness_requested",
          "A council was asked to judge how ready a story is.",
          field("event_type", Shape.exactly("story.readiness_requested")),
          field("story_id", Shape.id()),
          field("deliberation_id", Shape.id()),
          field("content_digest", Shape.digest().meaning("Of the text that is judged.")),
          field("requested_by", Shape.id()),
          field("timestamp", Shape.time()));

  static final EventContract JUDGED =
      EventContract.of(
          "planning.story.readiness_judged",
          "A council judged how ready a story is.",
          field("event_type", Shape.exactly("story.readiness_judged")),
          field("story_id", Shape.id()),
          field("deliberation_id", Shape.id()),
          field("content_digest", Shape.digest().meaning("Of the text that was judged.")),
          field("score", Shape.whole(0).meaning("At most 100; ready from 80 on.")),
          field("ready", Shape.flag()),
          field(
              "criteria",
              Shape.listOf(
                  Shape.object(
                      field("name", Shape.text()),
                      field("points", Shape.whole(0).meaning("At most 20.")),
                      field("evidence", Shape.text().meaning("Words of the story.")),
                      field("reason", Shape.text())))),
          field("timestamp", Shape.time()));

  static final EventContract FAILED =
      EventContract.of(
          "planning.story.readiness_failed",
          "A council came to no verdict on a story's readiness, or to one that does not fit.",
          field("event_type", Shape.exactly("story.readiness_failed")),
          field("story_id", Shape.id()),
          field("deliberation_id", Shape.id()),
          field("reason", Shape.text()),
          field("timestamp", Shape.time()));

  private JudgementWire() {}

  static Telling tell(JudgementEvent event) {
    if (event instanceof JudgementRequested requested) {
      return requested(requested);
    }
    return event instanceof ReadinessJudged judged
        ? judged(judged)
        : failed((JudgementFailed) event);
  }

  private static Telling requested(JudgementRequested requested) {
    return new Telling(
        "story.readiness_requested",
        Fields.of("deliberation_id", requested.deliberation()),
        List.of(
            REQUESTED.event(
                Fields.of(
                    "event_type", "story.readiness_requested",
                    "story_id", requested.story().value(),
                    "deliberation_id", requested.deliberation(),
                    "content_digest", requested.contentDigest(),
                    "requested_by", requested.by().value(),
                    "timestamp", requested.at()))));
  }

  private static Telling judged(ReadinessJudged judged) {
    return new Telling(
        "story.readiness_judged",
        Fields.of("score", judged.verdict().score()),
        List.of(
            JUDGED.event(
                Fields.of(
                    "event_type", "story.readiness_judged",
                    "story_id", judged.story().value(),
                    "deliberation_id", judged.deliberation(),
                    "content_digest", judged.contentDigest(),
                    "score", judged.verdict().score(),
                    "ready", judged.verdict().ready(),
                    "criteria", VerdictJson.fields(judged.verdict()),
                    "timestamp", judged.at()))));
  }

  private static Telling failed(JudgementFailed failed) {
    return new Telling(
        "story.readiness_failed",
        Fields.of("reason", failed.reason()),
        List.of(
            FAILED.event(
                Fields.of(
                    "event_type", "story.readiness_failed",
                    "story_id", failed.story().value(),
                    "deliberation_id", failed.deliberation(),
                    "reason", failed.reason(),
                    "timestamp", failed.at()))));
  }
}
