package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.JudgementStatus;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.StoryId;
import java.util.Map;

/** Judgements of readiness as nodes. */
final class JudgementNodes implements Mapping<ReadinessJudgement, JudgementEvent> {

  @Override
  public String kind() {
    return "ReadinessJudgement";
  }

  @Override
  public String id(ReadinessJudgement judgement) {
    return judgement.id().value();
  }

  @Override
  public long version(ReadinessJudgement judgement) {
    return judgement.version();
  }

  @Override
  public Map<String, Object> properties(ReadinessJudgement judgement) {
    return Fields.of(
        "story_id", judgement.story().value(),
        "content_digest", judgement.contentDigest(),
        "deliberation_id", judgement.deliberation(),
        "status", judgement.status().name(),
        "reason", judgement.reason(),
        "verdict", judgement.verdict().map(VerdictJson::write),
        "created_at", judgement.createdAt(),
        "updated_at", judgement.updatedAt());
  }

  @Override
  public ReadinessJudgement from(Row node) {
    return new ReadinessJudgement(
        new JudgementId(node.text("id")),
        new StoryId(node.text("story_id")),
        node.text("content_digest"),
        node.text("deliberation_id"),
        JudgementStatus.valueOf(node.text("status")),
        node.text("reason"),
        node.optionalText("verdict").map(VerdictJson::read),
        node.time("created_at"),
        node.time("updated_at"),
        node.number("version"));
  }

  @Override
  public Telling tell(ReadinessJudgement after, JudgementEvent event) {
    return JudgementWire.tell(event);
  }
}
