package io.witan.cli;

import java.util.List;

/**
 * Ends a command with one sentence, hints that say what to do, and an exit status. The command line
 * shows it without a stack trace: whatever a person can cause ends here, and only broken promises
 * end elsewhere.
 */
public class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<String> hints;

  public Stop(int exitCode, String sentence, List<String> hints, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
    this.hints = List.copyOf(hints);
  }

  public Stop(int exitCode, String sentence, String... hints) {
    this(exitCode, sentence, List.of(hints), null);
  }

  /** Something said no: the server, a check or a person. */
  public static Stop refused(String sentence, String... hints) {
    return new Stop(ExitCode.REFUSED, sentence, hints);
  }

  /** What was typed, or the file that was named, makes no sense. */
  public static Stop usage(String sentence, String... hints) {
    return new Stop(ExitCode.USAGE, sentence, hints);
  }

  public int exitCode() {
    return exitCode;
  }

  /** What to do about it, one line each. */
  public List<String> hints() {
    return hints == null ? List.of() : hints;
  }
}
