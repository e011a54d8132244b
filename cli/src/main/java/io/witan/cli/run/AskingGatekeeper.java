package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.term.Terminal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the person at each gate. The end of the input counts as quit. */
public final class AskingGatekeeper implements Gatekeeper {
  private static final int LEAST_FEEDBACK = 10;
  private static final Set<String> YES = Set.of("a", "approve", "y", "yes");
  private static final Set<String> NO = Set.of("r", "reject");
  private static final Set<String> QUIT = Set.of("q", "quit", "n", "no");

  private final Terminal terminal;

  public AskingGatekeeper(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Decision decide(Gate gate) {
    String ways = gate.rejectable() ? "[a]pprove, [r]eject, [q]uit" : "[a]pprove, [q]uit";
    while (true) {
      String answer =
          ask("%s (%s) %s: ".formatted(gate.question(), gate.user(), ways))
              .toLowerCase(Locale.ROOT);
      if (YES.contains(answer)) {
        return new Approve("Approved by the person at the keyboard");
      }
      if (NO.contains(answer) && gate.rejectable()) {
        return new Reject(feedback());
      }
      if (QUIT.contains(answer)) {
        throw quit();
      }
      terminal.err().println("please answer with one of: " + ways);
    }
  }

  @Override
  public void confirm(String question) {
    while (true) {
      String answer = ask(question + " [y]es, [q]uit: ").toLowerCase(Locale.ROOT);
      if (YES.contains(answer)) {
        return;
      }
      if (QUIT.contains(answer)) {
        throw quit();
      }
      terminal.err().println("please answer with y or q");
    }
  }

  private String feedback() {
    while (true) {
      String feedback =
          ask("what is wrong with it, in at least %d characters: ".formatted(LEAST_FEEDBACK));
      if (feedback.length() >= LEAST_FEEDBACK) {
        return feedback;
      }
      terminal.err().println("that has %d characters".formatted(feedback.length()));
    }
  }

  private String ask(String prompt) {
    terminal.err().print(prompt);
    terminal.err().flush();
    Optional<String> answer = terminal.readLine();
    return answer.map(String::strip).orElseThrow(AskingGatekeeper::quit);
  }

  private static Stop quit() {
    return Stop.refused(
        "stopped by you; the story stays where it is", "go on with the same command");
  }
}
