package io.witan.neo4j;

import io.witan.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;

/**
 * Brings the schema of the graph up to date: numbered Cypher files, each run once, in order.
 *
 * <p>A file's statements end with a semicolon at the end of a line, and can be repeated ({@code IF
 * NOT EXISTS}), as Neo4j cannot change schema and data in one transaction. What has run is kept
 * with the SHA-256 of its statements: a file whose statements were changed afterwards is an error,
 * not a surprise. Comments, blank lines and the ends of lines may change.
 */
@ApplicationScoped
public class Migrations {
  private static final Logger LOG = Logger.getLogger(Migrations.class.getName());
  private static final String FOLDER = "/io/witan/neo4j/migrations/";

  private final Graph graph;
  private final UnaryOperator<String> files;

  protected Migrations() {
    this(null);
  }

  @Inject
  public Migrations(Graph graph) {
    this(graph, Migrations::read);
  }

  /** The text of each file by its name; the names stand in the file {@code index}. */
  Migrations(Graph graph, UnaryOperator<String> files) {
    this.graph = graph;
    this.files = files;
  }

  /**
   * Runs what has not run yet.
   *
   * @throws IllegalStateException when a file that ran before has changed
   */
  public void migrate() {
    graph.run(
        "CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE",
        Map.of());
    Map<String, String> done = new HashMap<>();
    graph
        .query("MATCH (m:Migration) RETURN m.name AS name, m.checksum AS checksum", Map.of())
        .forEach(row -> done.put(row.text("name"), row.text("checksum")));
    names().forEach(name -> migrate(name, done.get(name)));
  }

  private void migrate(String name, String checksum) {
    String text = files.apply(name);
    if (checksum == null) {
      LOG.info("graph schema: " + name);
      statements(text).forEach(statement -> graph.run(statement, Map.of()));
      mark(name, text);
    } else if (checksum.equals(earlierChecksum(text))) {
      mark(name, text);
    } else if (!checksum.equals(checksum(text))) {
      throw new IllegalStateException(
          "the migration %s ran with other content before: add a new file instead".formatted(name));
    }
  }

  private void mark(String name, String text) {
    graph.run(
        "MERGE (m:Migration {name: $name}) SET m.checksum = $checksum",
        Map.of("name", name, "checksum", checksum(text)));
  }

  private static String checksum(String text) {
    return Sha256.hex(String.join(";\n", statements(text)));
  }

  /** The mark that versions before this one left: 32 bits, of the text as it stands. */
  private static String earlierChecksum(String text) {
    return Integer.toHexString(text.hashCode());
  }

  private List<String> names() {
    return files.apply("index").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  static List<String> statements(String text) {
    String code =
        text.lines()
            .map(String::stripTrailing)
            .filter(line -> !line.startsWith("//") && !line.isEmpty())
            .reduce("", (before, line) -> before + line + "\n");
    return Arrays.stream(code.split(";\\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String read(String name) {
    try (InputStream file = Migrations.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("the migration " + name + " is not in the application");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
