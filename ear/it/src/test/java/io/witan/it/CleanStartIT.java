package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first start ever, on an empty graph and an empty NATS, has nothing to complain about. */
class CleanStartIT {

  /** What Payara warns of at every start, and why it may. */
  private static final List<String> KNOWN =
      List.of(
          // It scans the WAR by a class loader of its own, and closes that with what it has loaded.
          "registered the JDBC driver [org.neo4j.jdbc.Neo4jDriver] but failed to unregister it");

  @Test
  void warns_of_nothing() throws IOException {
    try (WitanStack stack = new WitanStack("clean-start")) {
      stack.up();

      List<String> log = Files.readAllLines(stack.home().resolve("log/witan.log"));

      assertThat(log).anyMatch(line -> line.contains("Witan is ready"));
      assertThat(log)
          .filteredOn(line -> line.matches(".* (WARNING|SEVERE) .*") || line.startsWith("SLF4J"))
          .filteredOn(line -> KNOWN.stream().noneMatch(line::contains))
          .isEmpty();
    }
  }
}
