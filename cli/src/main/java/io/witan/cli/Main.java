package io.witan.cli;

import io.witan.cli.command.WitanCommand;
import io.witan.cli.term.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts the command line: {@code java -jar witan-cli.jar WORD ...}. */
public final class Main {
  /** As fast as a person wants to see it. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private Main() {}

  public static void main(String[] args) {
    Map<String, String> variables = System.getenv();
    Environment environment =
        new Environment(
            variables, Path.of("").toAbsolutePath(), Terminal.ofProcess(variables), LOOK);
    System.exit(WitanCommand.execute(environment, args));
  }
}
