package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a patch applies, and what it leaves parses. */
final class Lint {
  private static final Map<String, SourceParser> PARSERS =
      Map.of(
          "java", new TimedParser(new JavaSource(), Bounds.PARSING, Bounds.PARSERS),
          "py", new PythonSource(),
          "pyi", new PythonSource(),
          "yaml", new YamlSource(),
          "yml", new YamlSource(),
          "json", new JsonSource());

  private Lint() {}

  static Check check(UnifiedDiff diff, PatchedFiles patched) {
    List<Finding> findings = new ArrayList<>(diff.faults());
    findings.addAll(patched.findings());
    long end = System.nanoTime() + Bounds.CHECKING.toNanos();
    patched.files().keySet().stream()
        .sorted()
        .forEach(path -> findings.addAll(parse(path, patched.files().get(path), end)));
    boolean onlyNotes = findings.stream().allMatch(one -> one.severity() == Severity.NOTE);
    if (patched.files().isEmpty() && onlyNotes && !findings.isEmpty()) {
      return notJudged(findings);
    }
    return Check.judged(Check.Kind.LINT, seen(diff, patched), findings);
  }

  /** It is a diff; whether it applies, nobody can tell. */
  private static Check notJudged(List<Finding> notes) {
    return new Check(
        Check.Kind.LINT,
        Check.Outcome.NOT_APPLICABLE,
        "a well-formed patch; whether it applies is not known",
        notes.subList(0, Math.min(notes.size(), Check.MOST_FINDINGS)));
  }

  private static String seen(UnifiedDiff diff, PatchedFiles patched) {
    long parsed = patched.files().keySet().stream().filter(Lint::hasParser).count();
    return "%d files in the patch, %d parsed".formatted(diff.files().size(), parsed);
  }

  private static List<Finding> parse(String path, byte[] content, long end) {
    if (!hasParser(path)) {
      return List.of();
    }
    if (System.nanoTime() - end > 0) {
      return List.of(
          Finding.error(
              path, 0, "not parsed: %d s are over".formatted(Bounds.CHECKING.toSeconds())));
    }
    try {
      return PARSERS.get(type(path)).parse(path, new String(content, StandardCharsets.UTF_8));
    } catch (StackOverflowError deep) {
      return List.of(Nesting.tooDeep(path));
    }
  }

  private static boolean hasParser(String path) {
    return PARSERS.containsKey(type(path));
  }

  static String type(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
