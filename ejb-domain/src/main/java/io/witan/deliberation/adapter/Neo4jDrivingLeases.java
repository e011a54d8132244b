package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.AnswerReader;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.neo4j.Graph;
import io.witan.shared.IdSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leases as properties of the deliberation's node, in milliseconds since 1970; they are no part of
 * its state and of its audit. The clocks of the processes must agree to a few seconds.
 */
@ApplicationScoped
public class Neo4jDrivingLeases implements DrivingLeases {
  private static final String ACQUIRE =
      DeliberationReader.statement(
          """
          MATCH (d:Deliberation {id: $id}) SET d._lock = true
          WITH d WHERE d.open_key IS NOT NULL
            AND (d._lease_until IS NULL OR d._lease_until < $now OR d._lease_holder = $holder)
          SET d._lease_holder = $holder, d._lease_until = $until,
            d._drives = coalesce(d._drives, 0) + 1
          REMOVE d._waits_for, d._waits_since
          """);

  private final Graph graph;
  private final DeliberationReader reader;
  private final Clock clock;
  private final Duration lease;
  private final String holder;

  protected Neo4jDrivingLeases() {
    this.graph = null;
    this.reader = null;
    this.clock = null;
    this.lease = Duration.ZERO;
    this.holder = "";
  }

  /** Every instance is a holder of its own. */
  @Inject
  public Neo4jDrivingLeases(
      Graph graph,
      AnswerReader answers,
      Clock clock,
      IdSource ids,
      @ConfigProperty(name = "witan.deliberation.lease") Duration lease) {
    this.graph = graph;
    this.reader = new DeliberationReader(answers);
    this.clock = clock;
    this.lease = lease;
    this.holder = ids.next();
  }

  @Override
  public Optional<Taken> acquire(DeliberationId id) {
    return graph
        .first(ACQUIRE, Map.of("id", id.value(), "holder", holder, "now", now(), "until", until()))
        .map(
            row ->
                new Taken(reader.deliberation(row), (int) row.row("node").number("_drives") - 1));
  }

  @Override
  public void renew(Set<DeliberationId> ids) {
    graph.run(
        """
        UNWIND $ids AS id MATCH (d:Deliberation {id: id}) WHERE d._lease_holder = $holder
        SET d._lease_until = $until
        """,
        Map.of(
            "ids", ids.stream().map(DeliberationId::value).toList(),
            "holder", holder,
            "until", until()));
  }

  @Override
  public void release(DeliberationId id) {
    graph.run(
        """
        MATCH (d:Deliberation {id: $id}) WHERE d._lease_holder = $holder
        REMOVE d._lease_holder, d._lease_until
        """,
        Map.of("id", id.value(), "holder", holder));
  }

  @Override
  public List<DeliberationId> abandoned(int most) {
    return graph
        .query(
            """
            MATCH (d:Deliberation) WHERE d.open_key IS NOT NULL
              AND (d._lease_until IS NULL OR d._lease_until < $now)
            RETURN d.id AS id ORDER BY d.created_at, d.id LIMIT $most
            """,
            Map.of("now", now(), "most", most))
        .stream()
        .map(row -> new DeliberationId(row.text("id")))
        .toList();
  }

  private long now() {
    return clock.millis();
  }

  private long until() {
    return clock.millis() + lease.toMillis();
  }
}
