package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;

/**
 * What a proposal must keep to, as far as a rule can tell.
 *
 * @param allowedPaths where a patch may change something; empty means anywhere
 * @param tests names that the proposal must touch or mention: a class, a file, a method
 * @param forbidden words that it must not say, whatever their case
 * @param requirements what it should fulfil, in words; the agents are told, no rule can judge it
 */
public record Constraints(
    List<PathPattern> allowedPaths,
    List<String> tests,
    List<String> forbidden,
    List<String> requirements) {

  /** The most lines of each kind. */
  public static final int MOST_LINES = 50;

  private static final Constraints NONE =
      new Constraints(List.of(), List.of(), List.of(), List.of());

  public Constraints {
    allowedPaths = List.copyOf(allowedPaths);
    fitting("allowed_paths", allowedPaths);
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
      throw new InvalidValue(field, lines.size() + " lines", "at most " + MOST_LINES);
    }
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
    return allowedPaths.isEmpty()
        || allowedPaths.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
