package io.witan.calibration.adapter;

import io.witan.calibration.domain.Acceptance;
import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Forecast.Settlement;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Prediction;
import io.witan.calibration.domain.Proportion;
import io.witan.calibration.domain.Sample;
import io.witan.calibration.domain.Tally;
import io.witan.calibration.port.Forecasts;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forecasts in Neo4j: a node each, and one per prediction, which knows the outcome too, so that the
 * samples of a judge are one seek.
 */
@Dependent
public class Neo4jForecasts implements Forecasts {
  private static final String READ =
      """
      MATCH (f:Forecast {id: $id}) %s
      WITH f OPTIONAL MATCH (f)-[:HOLDS]->(p:Prediction)
      WITH f, p ORDER BY p.place
      RETURN f{.*} AS node, collect(p{.kind, .name, .score}) AS predictions
      """;
  private static final String TALLIES =
      """
      MATCH (f:Forecast) WHERE f.acceptance IS NOT NULL %s
      RETURN f.purpose AS purpose, f.role AS role, f.mode AS mode, count(f) AS many,
        sum(CASE f.acceptance WHEN 'ACCEPTED' THEN 1 ELSE 0 END) AS accepted,
        avg(toFloat(f.tokens)) AS tokens
      ORDER BY purpose, role
      """;

  private final Graph graph;

  @Inject
  public Neo4jForecasts(Graph graph) {
    this.graph = graph;
  }

  @Override
  public void keep(Forecast forecast) {
    String purpose = forecast.matter().purpose();
    List<Map<String, Object>> predictions =
        forecast.predictions().stream()
            .map(
                one ->
                    Fields.of(
                        "place", forecast.predictions().indexOf(one),
                        "judge_key", JudgeKey.of(purpose, one.judge()),
                        "kind", one.judge().kind().name(),
                        "name", one.judge().name(),
                        "score", one.score()))
            .toList();
    graph.run(
        """
        MERGE (f:Forecast {id: $id}) SET f._lock = true
        WITH f WHERE f.at IS NULL
        SET f += $node
        WITH f UNWIND $predictions AS prediction
        CREATE (f)-[:HOLDS]->(p:Prediction) SET p = prediction
        """,
        Map.of(
            "id", forecast.deliberation().value(),
            "node", properties(forecast),
            "predictions", predictions));
  }

  private static Map<String, Object> properties(Forecast forecast) {
    return Fields.of(
        "purpose", forecast.matter().purpose(),
        "role", forecast.matter().role().wire(),
        "mode", forecast.mode().name(),
        "subject", forecast.subject(),
        "tokens", forecast.tokens(),
        "at", forecast.at());
  }

  @Override
  public Optional<Forecast> find(DeliberationId deliberation) {
    return read("", deliberation);
  }

  @Override
  public Optional<Forecast> lock(DeliberationId deliberation) {
    return read("SET f._lock = true", deliberation);
  }

  private Optional<Forecast> read(String lock, DeliberationId deliberation) {
    return graph
        .first(READ.formatted(lock), Map.of("id", deliberation.value()))
        .map(row -> forecast(row.row("node"), row.rows("predictions")));
  }

  private static Forecast forecast(Row node, List<Row> predictions) {
    return new Forecast(
        new DeliberationId(node.text("id")),
        matter(node),
        Mode.valueOf(node.text("mode")),
        node.text("subject"),
        node.number("tokens"),
        node.time("at"),
        predictions.stream().map(Neo4jForecasts::prediction).toList(),
        node.optionalText("acceptance")
            .map(known -> new Settlement(Acceptance.valueOf(known), node.time("settled_at"))));
  }

  private static Matter matter(Row node) {
    return new Matter(node.text("purpose"), Role.parse("role", node.text("role")));
  }

  private static Prediction prediction(Row node) {
    return new Prediction(
        new Judge(Judge.Kind.valueOf(node.text("kind")), node.text("name")), score(node));
  }

  private static double score(Row node) {
    return node.optionalDecimal("score").orElseThrow();
  }

  @Override
  public void settle(Forecast settled) {
    Settlement how = settled.settled().orElseThrow();
    graph.run(
        """
        MATCH (f:Forecast {id: $id}) SET f.acceptance = $acceptance, f.settled_at = $at
        WITH f MATCH (f)-[:HOLDS]->(p:Prediction) SET p.accepted = $accepted, p.settled_at = $at
        """,
        Fields.of(
            "id", settled.deliberation().value(),
            "acceptance", how.acceptance().name(),
            "accepted", how.acceptance().isAccepted(),
            "at", how.at()));
  }

  @Override
  public List<DeliberationId> acceptedAbout(String subject) {
    return graph
        .query(
            """
            MATCH (f:Forecast {subject: $subject, acceptance: 'ACCEPTED'})
            RETURN f.id AS id ORDER BY id
            """,
            Map.of("subject", subject))
        .stream()
        .map(row -> new DeliberationId(row.text("id")))
        .toList();
  }

  @Override
  public List<Sample> samples(String purpose, Judge judge, int most) {
    return graph
        .query(
            """
            MATCH (p:Prediction {judge_key: $key}) WHERE p.settled_at IS NOT NULL
            RETURN p.score AS score, p.accepted AS accepted
            ORDER BY p.settled_at DESC, score LIMIT $most
            """,
            Map.of("key", JudgeKey.of(purpose, judge), "most", most))
        .stream()
        .map(row -> new Sample(score(row), row.flag("accepted")))
        .toList();
  }

  @Override
  public List<Dominance> dominance() {
    return dominance(graph.query(TALLIES.formatted(""), Map.of()));
  }

  @Override
  public Dominance dominance(Matter matter) {
    return dominance(
            graph.query(
                TALLIES.formatted("AND f.purpose = $purpose AND f.role = $role"),
                Map.of("purpose", matter.purpose(), "role", matter.role().wire())))
        .stream()
        .findFirst()
        .orElseGet(() -> new Dominance(matter, Map.of()));
  }

  private static List<Dominance> dominance(List<Row> rows) {
    Map<Matter, Map<Mode, Tally>> tallies = new LinkedHashMap<>();
    rows.forEach(
        row ->
            tallies
                .computeIfAbsent(matter(row), matter -> new EnumMap<>(Mode.class))
                .put(Mode.valueOf(row.text("mode")), tally(row)));
    return tallies.entrySet().stream()
        .map(entry -> new Dominance(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Tally tally(Row row) {
    return new Tally(
        new Proportion(row.number("accepted"), row.number("many")),
        row.optionalDecimal("tokens").orElse(0.0));
  }
}
