package io.witan.cli.term;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command reads and writes: results on {@link #out}, progress, questions and complaints on
 * {@link #err} or out as the command decides. UTF-8 whatever the locale says.
 */
public final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final BufferedReader in;
  private final Style style;

  public Terminal(InputStream in, OutputStream out, OutputStream err, Style style) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.style = style;
  }

  /**
   * The terminal of this process; rich when a person looks at it and has not asked for NO_COLOR.
   */
  public static Terminal ofProcess(Map<String, String> variables) {
    boolean plain =
        !Attended.byPerson()
            || !variables.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(variables.get("TERM"));
    return new Terminal(System.in, System.out, System.err, plain ? Style.PLAIN : Style.RICH);
  }

  public Style style() {
    return style;
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  /** The next line that the person types, or nothing at the end of the input. */
  public Optional<String> readLine() {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A password without echo where there is a console, else the next line. */
  public Optional<String> readPassword(String prompt) {
    if (style == Style.RICH && Attended.byPerson()) {
      return Optional.ofNullable(System.console().readPassword("%s", prompt)).map(String::new);
    }
    err.print(prompt);
    err.flush();
    return readLine();
  }
}
