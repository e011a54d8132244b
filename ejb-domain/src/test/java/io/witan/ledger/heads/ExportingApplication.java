package io.witan.ledger.heads;

import io.witan.ledger.adapter.Backlog;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import java.nio.file.Path;

/**
 * An application of its own process, to be killed: it lets a chain grow and exports its head, over
 * and over. Each export is a line of its output.
 */
final class ExportingApplication {
  private ExportingApplication() {}

  /** Arguments: Neo4j's address, user and password, the folder. */
  public static void main(String[] arguments) {
    LedgerOnNeo4j ledger =
        LedgerOnNeo4j.on(arguments[0], arguments[1], arguments[2], new Backlog(1_000_000));
    HeadsOnNeo4j heads = new HeadsOnNeo4j(ledger, Path.of(arguments[3]));
    while (true) {
      heads.grow("crash", 1);
      heads.export();
      System.out.println(heads.heads.count());
      System.out.flush();
    }
  }
}
