package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.domain.Submission.Stage;
import io.witan.deliberation.domain.SubmissionStatistics;
import io.witan.deliberation.port.Submissions;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Submissions in Neo4j: one node each, which bears the mark {@code Uncounted} until its outcome is
 * part of the one node that holds the numbers. What is counted and marked off is so in one
 * statement, under the lock of that node.
 */
@Dependent
public class Neo4jSubmissions implements Submissions {
  private static final int BATCH = 500;
  private static final String ENDED =
      """
      MATCH (s:UncountedSubmission) MATCH (d:Deliberation {id: s.id}) WHERE d.open_key IS NULL
      """;

  private final Graph graph;

  @Inject
  public Neo4jSubmissions(Graph graph) {
    this.graph = graph;
  }

  @Override
  public boolean add(Submission submission) {
    boolean isNew =
        graph
            .first(
                """
                MERGE (s:Submission {id: $id})
                ON CREATE SET s += $properties, s._is_new = true
                ON MATCH SET s._is_new = false
                WITH s, s._is_new AS is_new REMOVE s._is_new
                RETURN is_new
                """,
                Map.of("id", submission.id().value(), "properties", properties(submission)))
            .map(row -> row.flag("is_new"))
            .orElseThrow(() -> new IllegalStateException("a merge has no answer"));
    if (isNew) {
      graph.run(
          submission.failure().isEmpty()
              ? "MATCH (s:Submission {id: $id}) SET s:UncountedSubmission"
              : "MERGE (t:SubmissionTally {name: 'all'}) SET t.failed = coalesce(t.failed, 0) + 1",
          Map.of("id", submission.id().value()));
    }
    return isNew;
  }

  private static Map<String, Object> properties(Submission submission) {
    return Fields.of(
        "task_id", submission.task(),
        "role", submission.role().wire(),
        "submitted_at", submission.at(),
        "error", submission.failure());
  }

  @Override
  public Optional<Standing> find(DeliberationId id) {
    return graph
        .first(
            """
            MATCH (s:Submission {id: $id}) OPTIONAL MATCH (d:Deliberation {id: s.id})
            RETURN s{.*} AS node, NOT s:UncountedSubmission AS is_counted,
              d._drives IS NOT NULL AS is_taken
            """,
            Map.of("id", id.value()))
        .map(row -> new Standing(submission(row.row("node")), stage(row)));
  }

  private static Stage stage(Row row) {
    if (row.flag("is_counted")) {
      return Stage.COUNTED;
    }
    return row.flag("is_taken") ? Stage.TAKEN : Stage.WAITS;
  }

  private static Submission submission(Row node) {
    return new Submission(
        new DeliberationId(node.text("id")),
        node.text("task_id"),
        Role.parse("role", node.text("role")),
        node.time("submitted_at"),
        node.optionalText("error"));
  }

  @Override
  public List<Submission> active(int most) {
    return graph
        .query(
            """
            MATCH (s:UncountedSubmission) MATCH (d:Deliberation {id: s.id})
            WHERE d.open_key IS NOT NULL
            RETURN s{.*} AS node ORDER BY s.submitted_at, s.id LIMIT $most
            """,
            Map.of("most", most))
        .stream()
        .map(row -> submission(row.row("node")))
        .toList();
  }

  @Override
  public void count() {
    while (graph.first(ENDED + "RETURN s.id AS id LIMIT 1", Map.of()).isPresent()) {
      graph.run(
          """
          MERGE (t:SubmissionTally {name: 'all'}) SET t._lock = true
          WITH t
          """
              + ENDED
              + """
              WITH t, s, d LIMIT $batch
              REMOVE s:UncountedSubmission
              WITH t, d.status = 'COMPLETED' AS is_won,
                datetime(d.completed_at).epochMillis - datetime(d.created_at).epochMillis AS millis
              WITH t, sum(CASE WHEN is_won THEN 1 ELSE 0 END) AS completed,
                sum(CASE WHEN is_won THEN 0 ELSE 1 END) AS failed,
                sum(CASE WHEN is_won THEN millis ELSE 0 END) AS millis
              SET t.completed = coalesce(t.completed, 0) + completed,
                t.failed = coalesce(t.failed, 0) + failed,
                t.millis = coalesce(t.millis, 0) + millis
              """,
          Map.of("batch", BATCH));
    }
  }

  @Override
  public SubmissionStatistics counted() {
    return graph
        .first(
            """
            OPTIONAL MATCH (t:SubmissionTally {name: 'all'})
            RETURN COUNT { (:UncountedSubmission) } AS active, coalesce(t.completed, 0) AS completed,
              coalesce(t.failed, 0) AS failed, coalesce(t.millis, 0) AS millis
            """,
            Map.of())
        .map(Neo4jSubmissions::statistics)
        .orElseThrow(() -> new IllegalStateException("a count has no answer"));
  }

  private static SubmissionStatistics statistics(Row row) {
    long completed = row.number("completed");
    return new SubmissionStatistics(
        row.number("active"),
        completed,
        row.number("failed"),
        completed == 0 ? 0 : (double) row.number("millis") / completed);
  }
}
