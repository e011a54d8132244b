package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnCost;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A deliberation as a node. Its turns are nodes of their own. */
final class DeliberationNodes {
  static final String KIND = "Deliberation";

  private DeliberationNodes() {}

  static String openKey(Subject subject, Purpose purpose) {
    return "%s|%s|%s".formatted(purpose, subject.kind().wire(), subject.id());
  }

  static Map<String, Object> properties(Deliberation deliberation) {
    Charter charter = deliberation.charter();
    Map<String, Object> node = charter(charter);
    node.putAll(Manners.properties(charter.agents().stream().map(Agent::manner).toList()));
    node.putAll(mandate(charter));
    node.putAll(TermsNodes.properties(charter.terms()));
    charter.origin().ifPresent(origin -> node.putAll(origin(origin)));
    if (charter.isApart()) {
      node.put("apart", true);
    }
    node.put("status", deliberation.status().name());
    node.put("turns", (long) deliberation.turns().size());
    node.put("prompt_tokens", tokens(deliberation, TurnCost::promptTokens));
    node.put("completion_tokens", tokens(deliberation, TurnCost::completionTokens));
    node.put("cost_micros", deliberation.spent().micros());
    if (deliberation.isOpen()) {
      node.put("open_key", openKey(deliberation));
    }
    deliberation.ending().ifPresent(ending -> node.putAll(ending(ending)));
    return node;
  }

  /** There may be any number of forks, and of those that are apart. */
  private static String openKey(Deliberation deliberation) {
    Charter charter = deliberation.charter();
    if (charter.origin().isPresent()) {
      return "fork|" + deliberation.id();
    }
    return charter.isApart()
        ? "apart|" + deliberation.id()
        : openKey(charter.subject(), charter.purpose());
  }

  private static Map<String, Object> origin(Origin origin) {
    return Fields.of(
        "forked_from", origin.deliberation().value(), "forked_at_turn", origin.fromTurn());
  }

  private static Optional<Origin> origin(Row node) {
    return node.optionalText("forked_from")
        .map(id -> new Origin(new DeliberationId(id), (int) node.number("forked_at_turn")));
  }

  /** One key for all that a gate asks for in one round. */
  static String mandateKey(Subject subject, Purpose purpose, int round) {
    return openKey(subject, purpose) + "|" + round;
  }

  private static Map<String, Object> mandate(Charter charter) {
    return charter
        .mandate()
        .map(
            mandate ->
                Fields.of(
                    "mandate_key",
                    mandateKey(charter.subject(), charter.purpose(), mandate.round()),
                    "gate",
                    mandate.gate().wire(),
                    "gate_round",
                    mandate.round(),
                    "gate_attempt",
                    mandate.attempt(),
                    "gate_attempts",
                    mandate.attempts(),
                    "fencing_token",
                    mandate.fencingToken()))
        .orElse(Map.of());
  }

  private static Optional<Mandate> mandate(Row node) {
    return node.optionalText("gate")
        .map(
            gate ->
                new Mandate(
                    Role.parse("gate", gate),
                    (int) node.number("gate_round"),
                    (int) node.number("gate_attempt"),
                    (int) node.number("gate_attempts"),
                    node.number("fencing_token")));
  }

  private static long tokens(Deliberation deliberation, ToIntFunction<TurnCost> of) {
    return deliberation.turns().stream().mapToInt(turn -> of.applyAsInt(turn.cost())).sum();
  }

  private static Map<String, Object> charter(Charter charter) {
    Assignment assignment = charter.assignment();
    List<Agent> agents = charter.agents();
    return Fields.of(
        "subject_kind", charter.subject().kind().wire(),
        "subject_id", charter.subject().id(),
        "story_id", assignment.storyId(),
        "purpose", charter.purpose().name(),
        "title", assignment.title(),
        "text", assignment.text(),
        "acceptance_criteria", assignment.acceptanceCriteria(),
        "pack", charter.pack(),
        "runner", charter.runner(),
        "agent_ids", agents.stream().map(agent -> agent.id().value()).toList(),
        "agent_roles", agents.stream().map(agent -> agent.role().wire()).toList(),
        "agent_models", agents.stream().map(Agent::model).toList(),
        "requested_by", charter.requestedBy().value(),
        "created_at", charter.createdAt(),
        "trace_id", charter.traceId());
  }

  /** The ranking is kept as it was decided, place by place; what it ranks is in the turns. */
  private static Map<String, Object> ending(Ending ending) {
    if (ending instanceof Ending.Failed failed) {
      return Fields.of("completed_at", failed.at(), "error", failed.reason());
    }
    Ending.Completed completed = (Ending.Completed) ending;
    List<Ranked> ranking = completed.ranking();
    return Fields.of(
        "completed_at", ending.at(),
        "cut_kind", completed.cut().map(cut -> cut.kind().name()),
        "cut_detail", completed.cut().map(Cut::detail),
        "winner_agent_id", ranking.get(0).agent().value(),
        "ranking_turns", ranking.stream().map(place -> (long) place.turn()).toList(),
        "ranking_scores", ranking.stream().map(Ranked::score).toList(),
        "ranking_reviewed", ranking.stream().map(Ranked::reviewed).toList());
  }

  static Deliberation from(Row node, List<Turn> turns) {
    Status status = Status.valueOf(node.text("status"));
    return new Deliberation(
        new DeliberationId(node.text("id")),
        charter(node),
        turns,
        status.isOpen() ? Optional.empty() : Optional.of(ending(status, node, turns)),
        node.number("version"));
  }

  private static Charter charter(Row node) {
    return new Charter(
        new Subject(Subject.Kind.parse(node.text("subject_kind")), node.text("subject_id")),
        Purpose.valueOf(node.text("purpose")),
        new Assignment(
            node.text("title"),
            node.text("text"),
            node.texts("acceptance_criteria"),
            node.optionalText("story_id")),
        node.text("pack"),
        node.text("runner"),
        agents(node),
        new ActorId(node.text("requested_by")),
        node.time("created_at"),
        node.text("trace_id"),
        mandate(node),
        TermsNodes.from(node),
        origin(node),
        node.flag("apart"));
  }

  private static List<Agent> agents(Row node) {
    List<String> ids = node.texts("agent_ids");
    List<String> roles = node.texts("agent_roles");
    List<String> models = node.texts("agent_models");
    List<Manner> manners = Manners.of(node, ids.size());
    return IntStream.range(0, ids.size())
        .mapToObj(
            seat ->
                new Agent(
                    new AgentId(ids.get(seat)),
                    Role.parse("role", roles.get(seat)),
                    models.get(seat),
                    manners.get(seat)))
        .toList();
  }

  private static Ending ending(Status status, Row node, List<Turn> turns) {
    return status == Status.FAILED
        ? new Ending.Failed(node.text("error"), node.time("completed_at"))
        : new Ending.Completed(ranking(node, turns), cut(node), node.time("completed_at"));
  }

  private static Optional<Cut> cut(Row node) {
    return node.optionalText("cut_kind")
        .map(kind -> new Cut(Cut.Kind.valueOf(kind), node.text("cut_detail")));
  }

  private static List<Ranked> ranking(Row node, List<Turn> turns) {
    List<String> places = node.texts("ranking_turns");
    List<String> scores = node.texts("ranking_scores");
    List<String> reviewed = node.texts("ranking_reviewed");
    return IntStream.range(0, places.size())
        .mapToObj(
            place ->
                ranked(
                    place + 1,
                    turn(turns, Integer.parseInt(places.get(place))),
                    Double.parseDouble(scores.get(place)),
                    Boolean.parseBoolean(reviewed.get(place))))
        .toList();
  }

  private static Turn turn(List<Turn> turns, int sequence) {
    return turns.stream()
        .filter(turn -> turn.slot().sequence() == sequence)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("turn %d is lost".formatted(sequence)));
  }

  private static Ranked ranked(int rank, Turn turn, double score, boolean reviewed) {
    return new Ranked(
        rank,
        turn.slot().agent(),
        turn.slot().sequence(),
        score,
        reviewed,
        turn.said().orElseThrow().text(),
        turn.proposal().orElseThrow(),
        turn.said().orElseThrow().checks());
  }
}
