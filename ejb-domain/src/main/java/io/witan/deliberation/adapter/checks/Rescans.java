package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often the parser looks at the same tokens of a Java text. What may begin a statement it goes
 * through once to see whether it is one, and once more to take it, blocks that lie in it included:
 * those of lambdas among arguments, and the bodies of anonymous classes. So with each such block
 * around a token the number doubles, and some dozens would keep the parser busy for years.
 */
final class Rescans {
  private static final int BEYOND_ALL = 40;

  private final Deque<Opened> around = new ArrayDeque<>();
  private int doublings;
  private boolean isNew;
  private boolean isCreated;
  private long sum;

  private Rescans() {}

  /**
   * A bracket that is open.
   *
   * @param isNew whether it holds the arguments of a constructor
   * @param doubles whether what is in it is looked at twice as often
   */
  private record Opened(char bracket, boolean isNew, boolean doubles) {}

  /** The line, from 1, on which they get more than {@link Bounds#RESCANS}; 0 if nowhere. */
  static int tooManyAt(String text) {
    Rescans rescans = new Rescans();
    JavaTokens tokens = new JavaTokens(text);
    while (tokens.next()) {
      rescans.take(tokens);
      if (rescans.sum > Bounds.RESCANS) {
        return tokens.line();
      }
    }
    return 0;
  }

  static Finding finding(String file, int line) {
    return Finding.error(
        file,
        line,
        "lambdas or anonymous classes nested too deep in each other for so much text: not parsed");
  }

  private void take(JavaTokens tokens) {
    sum += (1L << Math.min(doublings, BEYOND_ALL)) - 1;
    boolean afterArguments = isCreated;
    isCreated = false;
    switch (tokens.first()) {
      case '(', '[' -> {
        open(tokens.first(), false);
        isNew = false;
      }
      case '{' -> open('{', afterArguments || isAmongArguments());
      case ')', ']', '}' -> close();
      case ';' -> isNew = false;
      default -> isNew |= tokens.is("new");
    }
  }

  private boolean isAmongArguments() {
    return !around.isEmpty() && around.peek().bracket != '{';
  }

  private void open(char bracket, boolean doubles) {
    around.push(new Opened(bracket, bracket == '(' && isNew, doubles));
    doublings += doubles ? 1 : 0;
  }

  private void close() {
    if (!around.isEmpty()) {
      Opened closed = around.pop();
      doublings -= closed.doubles ? 1 : 0;
      isCreated = closed.isNew;
    }
  }
}
