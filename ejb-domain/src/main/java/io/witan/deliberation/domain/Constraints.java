package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a proposal must keep to, as far as a rule can tell.
 *
 * @param allowedPaths where a patch may change something; empty means anywhere
 * @param askedPaths where it may beside that, as was asked for; empty means that nothing narrower
 *     was
 * @param tests names that the proposal must touch or mention: a class, a file, a method
 * @param forbidden words that it must not say, whatever their case
 * @param requirements what it should fulfil, in words; the agents are told, no rule can judge it
 */
public record Constraints(
    List<PathPattern> allowedPaths,
    List<PathPattern> askedPaths,
    List<String> tests,
    List<String> forbidden,
    List<String> requirements) {

  /** The most lines of each kind. */
  public static final int MOST_LINES = 50;

  private static final Constraints NONE =
      new Constraints(List.of(), List.of(), List.of(), List.of());

  public Constraints {
    allowedPaths = List.copyOf(allowedPaths);
    askedPaths = List.copyOf(askedPaths);
    fitting("allowed_paths", allowedPaths);
    fitting("allowed_paths", askedPaths);
    tests = words("tests", tests, 200);
    forbidden = words("forbidden", forbidden, 200);
    requirements = words("requirements", requirements, 2_000);
  }

  private static List<String> words(String field, List<String> lines, int longest) {
    fitting(field, lines);
    return lines.stream().map(line -> Text.required(field, line, longest)).toList();
  }

  private static void fitting(String field, List<?> lines) {
    if (lines.size() > MOST_LINES) {
      throw new InvalidValue(
          field,
          lines.size() + " lines",
          "at most %d, those of the settings among them".formatted(MOST_LINES));
    }
  }

  /** Where one list says which paths are allowed. */
  public Constraints(
      List<PathPattern> allowedPaths,
      List<String> tests,
      List<String> forbidden,
      List<String> requirements) {
    this(allowedPaths, List.of(), tests, forbidden, requirements);
  }

  /**
   * These, and what is asked for beside them: only what both allow is allowed, and all that either
   * wants is wanted.
   *
   * @throws InvalidValue when together they have more than {@value #MOST_LINES} lines of a kind
   */
  public Constraints narrowedBy(Constraints asked) {
    return new Constraints(
        allowedPaths.isEmpty() ? asked.allowedPaths : allowedPaths,
        allowedPaths.isEmpty() ? asked.askedPaths : asked.allowedPaths,
        both(tests, asked.tests),
        both(forbidden, asked.forbidden),
        both(requirements, asked.requirements));
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /** Anything may be proposed. */
  public static Constraints none() {
    return NONE;
  }

  /** Whether anything may be proposed. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Whether a patch may change the file. */
  public boolean allows(String path) {
    return allows(allowedPaths, path) && allows(askedPaths, path);
  }

  private static boolean allows(List<PathPattern> patterns, String path) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
