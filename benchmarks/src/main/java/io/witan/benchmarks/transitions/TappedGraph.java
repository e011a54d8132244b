package io.witan.benchmarks.transitions;

import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A graph that can tell which statements went through it. */
final class TappedGraph extends Graph {
  private volatile List<Statement> tape;

  /** A statement with its parameters. */
  record Statement(String cypher, Map<String, ?> parameters) {}

  TappedGraph(DataSource pool) {
    super(pool);
  }

  @Override
  public List<Row> query(String cypher, Map<String, ?> parameters) {
    List<Statement> running = tape;
    if (running != null) {
      running.add(new Statement(cypher, parameters));
    }
    return super.query(cypher, parameters);
  }

  /** The statements of some work on this thread; nobody else may use the graph meanwhile. */
  List<Statement> record(Runnable work) {
    List<Statement> recorded = new ArrayList<>();
    tape = recorded;
    try {
      work.run();
    } finally {
      tape = null;
    }
    return recorded;
  }
}
