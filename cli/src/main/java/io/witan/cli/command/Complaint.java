package io.witan.cli.command;

import io.witan.cli.Stop;
import io.witan.cli.term.Terminal;
import io.witan.cli.term.Words;

/** How a refusal looks: one sentence, then what to do, a line each. */
final class Complaint {
  private static final int WIDTH = 1_000;

  private Complaint() {}

  static void show(Terminal terminal, Stop stop) {
    terminal.err().println(terminal.style().bad("witan: ") + Words.line(stop.getMessage(), WIDTH));
    stop.hints().forEach(hint -> terminal.err().println("  " + Words.line(hint, WIDTH)));
  }
}
