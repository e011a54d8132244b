package io.witan.cli.api;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.util.ArrayList;
import java.util.List;

/** The server understood and said no; carries its problem document. */
public final class RefusedException extends Stop {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RefusedException(Problem problem) {
    super(ExitCode.REFUSED, sentence(problem), hints(problem), null);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public boolean is(String code) {
    return code.equals(problem.code());
  }

  /**
   * Something else came first: looking again and deciding anew is right, sending it again is not.
   */
  public boolean overtaken() {
    return is("STALE_VERSION") || is("ILLEGAL_TRANSITION") || is("ALREADY_EXISTS");
  }

  private static String sentence(Problem problem) {
    return "%s (%s, HTTP %d)".formatted(problem.sentence(), problem.code(), problem.status());
  }

  private static List<String> hints(Problem problem) {
    List<String> hints = new ArrayList<>();
    problem.errors().stream()
        .map(RefusedException::describe)
        .filter(hint -> !hint.equals(problem.sentence()))
        .forEach(hints::add);
    Advice.on(problem.code()).ifPresent(hints::add);
    if (problem.traceId() != null) {
      hints.add("trace " + problem.traceId());
    }
    return hints;
  }

  private static String describe(Problem.Field field) {
    return "%s is \"%s\": expected %s"
        .formatted(field.field(), field.value() == null ? "" : field.value(), field.expected());
  }
}
