package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.WorkProposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a proposal keeps to its constraints, and its patch to the repository. */
final class Policy {
  private final Proposal proposal;
  private final Constraints constraints;
  private final Optional<UnifiedDiff> diff;
  private final String words;

  Policy(Proposal proposal, Constraints constraints, Optional<UnifiedDiff> diff) {
    this.proposal = proposal;
    this.constraints = constraints;
    this.diff = diff;
    this.words = ProposalWords.of(proposal);
  }

  Check check() {
    List<String> rules = rules();
    if (rules.isEmpty()) {
      return Check.notApplicable(Check.Kind.POLICY, "no constraint applies");
    }
    List<Finding> findings = new ArrayList<>();
    diff.ifPresent(patch -> findings.addAll(PatchPaths.faults(patch)));
    findings.addAll(outside());
    findings.addAll(missingTests());
    findings.addAll(forbidden());
    return Check.judged(Check.Kind.POLICY, String.join(", ", rules), findings);
  }

  /** What there is to look at. */
  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    if (diff.isPresent()) {
      rules.add("paths of the patch");
    }
    if (asksForTests()) {
      rules.add("required tests");
    }
    if (!constraints.forbidden().isEmpty()) {
      rules.add("forbidden words");
    }
    return rules;
  }

  private List<Finding> outside() {
    String allowed = allowed();
    return paths()
        .filter(path -> !constraints.allows(path))
        .map(path -> Finding.error(path, 0, "it may not be changed; allowed are " + allowed))
        .toList();
  }

  private String allowed() {
    String allowed = texts(constraints.allowedPaths());
    return constraints.askedPaths().isEmpty()
        ? allowed
        : allowed + ", and of those " + texts(constraints.askedPaths());
  }

  private static String texts(List<PathPattern> patterns) {
    return patterns.stream().map(PathPattern::text).toList().toString();
  }

  private Stream<String> paths() {
    return diff.map(UnifiedDiff::paths).stream().flatMap(Set::stream);
  }

  /** Tests are for those who do work, or say which is to be done. */
  private boolean asksForTests() {
    return !constraints.tests().isEmpty()
        && (proposal instanceof WorkProposal
            || proposal instanceof PlanProposal
            || proposal instanceof DerivationProposal);
  }

  private List<Finding> missingTests() {
    if (!asksForTests()) {
      return List.of();
    }
    String how = diff.isPresent() ? "the patch does not touch the test " : "no word of the test ";
    String where = diff.map(Policy::touched).orElse(words);
    return constraints.tests().stream()
        .filter(test -> !names(where, test))
        .map(test -> Finding.error("", 0, how + test))
        .toList();
  }

  private static String touched(UnifiedDiff patch) {
    return Stream.concat(
            patch.paths().stream(), patch.added().stream().map(UnifiedDiff.Added::text))
        .collect(Collectors.joining("\n"));
  }

  /** Whether the name is there as a word of its own. */
  private static boolean names(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  private List<Finding> forbidden() {
    List<Finding> findings = new ArrayList<>();
    for (String word : constraints.forbidden()) {
      if (says(words, word)) {
        findings.add(Finding.error("", 0, "it says what is forbidden: " + word));
      }
      diff.map(UnifiedDiff::added).stream()
          .flatMap(List::stream)
          .filter(line -> says(line.text(), word))
          .map(
              line -> Finding.error(line.file(), line.line(), "it adds what is forbidden: " + word))
          .forEach(findings::add);
    }
    return findings;
  }

  private static boolean says(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}
