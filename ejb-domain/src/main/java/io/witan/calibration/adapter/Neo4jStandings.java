package io.witan.calibration.adapter;

import io.witan.calibration.domain.Estimate;
import io.witan.calibration.domain.Interval;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Proportion;
import io.witan.calibration.domain.Recalibration;
import io.witan.calibration.domain.Skill;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.Standings;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Standings in Neo4j: one node for each judge and purpose. */
@Dependent
public class Neo4jStandings implements Standings {
  private static final String RETURN =
      "RETURN s{.*} AS node ORDER BY node.purpose, node.kind, node.name";

  private final Graph graph;

  @Inject
  public Neo4jStandings(Graph graph) {
    this.graph = graph;
  }

  @Override
  public void lock(String purpose, Collection<Judge> judges) {
    graph.run(
        """
        UNWIND $keys AS key
        MERGE (s:Standing {key: key}) SET s._lock = true
        """,
        Map.of("keys", keys(purpose, judges).stream().sorted().toList()));
  }

  private static List<String> keys(String purpose, Collection<Judge> judges) {
    return judges.stream().map(judge -> JudgeKey.of(purpose, judge)).toList();
  }

  @Override
  public void save(Standing standing) {
    graph.run(
        "MATCH (s:Standing {key: $key}) SET s += $node",
        Map.of(
            "key", JudgeKey.of(standing.purpose(), standing.judge()),
            "node", properties(standing)));
  }

  private static Map<String, Object> properties(Standing standing) {
    return Fields.of(
        "purpose", standing.purpose(),
        "kind", standing.judge().kind().name(),
        "name", standing.judge().name(),
        "accepted", standing.accepted().accepted(),
        "samples", standing.accepted().of(),
        "mean_score", standing.meanScore(),
        "brier", standing.brier().value(),
        "brier_low", standing.brier().interval().low(),
        "brier_high", standing.brier().interval().high(),
        "log_loss", standing.logLoss().value(),
        "log_loss_low", standing.logLoss().interval().low(),
        "log_loss_high", standing.logLoss().interval().high(),
        "intercept", standing.recalibration().intercept(),
        "slope", standing.recalibration().slope(),
        "skill", standing.skill().value(),
        "weight", standing.skill().weight());
  }

  @Override
  public List<Standing> of(String purpose, Collection<Judge> judges) {
    return standings(
        "MATCH (s:Standing) WHERE s.key IN $keys AND s.samples IS NOT NULL " + RETURN,
        Map.of("keys", keys(purpose, judges)));
  }

  @Override
  public List<Standing> all(Optional<String> purpose) {
    return standings(
        "MATCH (s:Standing) WHERE s.samples IS NOT NULL AND ($purpose = '' OR s.purpose = $purpose) "
            + RETURN,
        Map.of("purpose", purpose.orElse("")));
  }

  private List<Standing> standings(String statement, Map<String, ?> parameters) {
    return graph.query(statement, parameters).stream()
        .map(row -> standing(row.row("node")))
        .toList();
  }

  private static Standing standing(Row node) {
    return new Standing(
        node.text("purpose"),
        new Judge(Judge.Kind.valueOf(node.text("kind")), node.text("name")),
        new Proportion(node.number("accepted"), node.number("samples")),
        decimal(node, "mean_score"),
        estimate(node, "brier"),
        estimate(node, "log_loss"),
        new Recalibration(decimal(node, "intercept"), decimal(node, "slope")),
        new Skill(decimal(node, "skill"), decimal(node, "weight")));
  }

  private static Estimate estimate(Row node, String name) {
    return new Estimate(
        decimal(node, name),
        new Interval(decimal(node, name + "_low"), decimal(node, name + "_high")));
  }

  private static double decimal(Row node, String name) {
    return node.optionalDecimal(name).orElseThrow();
  }
}
