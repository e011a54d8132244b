package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What one check said about a proposal, with its evidence.
 *
 * <p>It fails by one error and passes without any; warnings and notes are told, not counted. A
 * check that had nothing to look at is not applicable, and does not count either way.
 *
 * @param message one line that sums it up
 * @param findings at most {@value #MOST_FINDINGS}, the worst first
 */
public record Check(Kind kind, Outcome outcome, String message, List<Finding> findings) {

  /** What is looked at. */
  public enum Kind {
    /** Whether the proposal keeps to its constraints. */
    POLICY,
    /** Whether the patch applies, and what it leaves can be parsed. */
    LINT,
    /** Whether a cluster would understand the Kubernetes manifests of the patch. */
    DRY_RUN;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What came of it. */
  public enum Outcome {
    PASSED,
    FAILED,
    NOT_APPLICABLE
  }

  /** The most findings that are kept. */
  public static final int MOST_FINDINGS = 50;

  private static final int LONGEST_MESSAGE = 500;

  public Check {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(outcome, "outcome");
    message = Text.required("message", message, LONGEST_MESSAGE);
    findings = List.copyOf(findings);
    if (findings.size() > MOST_FINDINGS) {
      throw new InvalidValue("findings", findings.size() + " findings", "at most " + MOST_FINDINGS);
    }
    if ((outcome == Outcome.FAILED) != findings.stream().anyMatch(Finding::isError)) {
      throw new InvalidValue("outcome", outcome.name(), "FAILED with an error, and only then");
    }
  }

  /**
   * A check that looked at something. Of too many findings the worst are kept, and the message says
   * how many there were.
   *
   * @param seen what was looked at, such as {@code 3 files}
   */
  public static Check judged(Kind kind, String seen, List<Finding> findings) {
    long errors = findings.stream().filter(Finding::isError).count();
    long warnings = findings.stream().filter(one -> one.severity() == Severity.WARNING).count();
    String message = "%s: %d errors, %d warnings".formatted(seen, errors, warnings);
    String cut =
        findings.size() > MOST_FINDINGS
            ? "; the first %d of %d findings are kept".formatted(MOST_FINDINGS, findings.size())
            : "";
    return new Check(
        kind,
        errors > 0 ? Outcome.FAILED : Outcome.PASSED,
        message + cut,
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity))
            .limit(MOST_FINDINGS)
            .toList());
  }

  /** A check that had nothing to look at, and why. */
  public static Check notApplicable(Kind kind, String why) {
    return new Check(kind, Outcome.NOT_APPLICABLE, why, List.of());
  }

  /** Whether it says anything about the proposal. */
  public boolean applies() {
    return outcome != Outcome.NOT_APPLICABLE;
  }

  public boolean hasFailed() {
    return outcome == Outcome.FAILED;
  }

  /** 1 when it passed, else 0; of one that does not apply it means nothing. */
  public double score() {
    return outcome == Outcome.PASSED ? 1.0 : 0.0;
  }

  /** How many findings of a severity are kept. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(one -> one.severity() == severity).count();
  }
}
