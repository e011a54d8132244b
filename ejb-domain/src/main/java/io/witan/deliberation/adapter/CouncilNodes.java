package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Councils as nodes: what belongs to one agent stands at the same place of each list. */
final class CouncilNodes implements Mapping<Council, CouncilEvent> {
  static final String KIND = "Council";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String id(Council council) {
    return council.id().value();
  }

  @Override
  public long version(Council council) {
    return council.version();
  }

  @Override
  public Map<String, Object> properties(Council council) {
    Map<String, Object> node =
        Fields.of(
            "role", council.role().wire(),
            "agent_ids", each(council, member -> member.id().value()),
            "agent_models", each(council, Member::model),
            "deleted", council.deleted(),
            "created_at", council.createdAt(),
            "updated_at", council.updatedAt());
    node.putAll(Manners.properties(council.members().stream().map(Member::manner).toList()));
    return node;
  }

  private static List<String> each(Council council, Function<Member, String> property) {
    return council.members().stream().map(property).toList();
  }

  @Override
  public Council from(Row node) {
    return new Council(
        new CouncilId(node.text("id")),
        Role.parse("role", node.text("role")),
        members(node),
        node.flag("deleted"),
        node.time("created_at"),
        node.time("updated_at"),
        node.number("version"));
  }

  private static List<Member> members(Row node) {
    List<String> ids = node.texts("agent_ids");
    List<String> models = node.texts("agent_models");
    List<Manner> manners = Manners.of(node, ids.size());
    return IntStream.range(0, ids.size())
        .mapToObj(
            seat -> new Member(new AgentId(ids.get(seat)), models.get(seat), manners.get(seat)))
        .toList();
  }

  @Override
  public Telling tell(Council after, CouncilEvent event) {
    return CouncilWire.tell(after, event);
  }
}
