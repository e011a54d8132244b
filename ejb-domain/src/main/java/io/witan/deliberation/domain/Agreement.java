package io.witan.deliberation.domain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much proposals say the same, 0 to 1. Two verdicts agree when they decide the same; other
 * proposals as far as their texts share phrases of three words: the Jaccard index of these (Broder,
 * "On the resemblance and containment of documents", 1997).
 */
final class Agreement {
  private static final int PHRASE = 3;
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Agreement() {}

  /** How far one agrees with the others, on the average; 0 when there are none. */
  static double with(Turn.Said one, List<Turn.Said> others) {
    Statement statement = Statement.of(one);
    return others.stream()
        .mapToDouble(other -> between(statement, Statement.of(other)))
        .average()
        .orElse(0);
  }

  /** The least that any two of them agree; 0 when there are less than two. */
  static double ofAll(List<Turn.Said> all) {
    List<Statement> statements = all.stream().map(Statement::of).toList();
    double least = all.size() < 2 ? 0 : 1;
    for (int one = 0; one < all.size(); one++) {
      for (int other = one + 1; other < all.size() && least > 0; other++) {
        least = Math.min(least, between(statements.get(one), statements.get(other)));
      }
    }
    return least;
  }

  /** What is compared: the decision of a verdict, the phrases of anything else. */
  private record Statement(Optional<Boolean> decision, Set<String> phrases) {
    static Statement of(Turn.Said said) {
      return said.contribution() instanceof VerdictProposal verdict
          ? new Statement(Optional.of(verdict.approved()), Set.of())
          : new Statement(Optional.empty(), phrasesOf(said.text()));
    }
  }

  private static double between(Statement one, Statement other) {
    if (one.decision().isPresent() && other.decision().isPresent()) {
      return one.decision().equals(other.decision()) ? 1 : 0;
    }
    return jaccard(one.phrases(), other.phrases());
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    int all = one.size() + other.size() - shared.size();
    return all == 0 ? 1 : (double) shared.size() / all;
  }

  private static Set<String> phrasesOf(String text) {
    List<String> words =
        Arrays.stream(WORDS.split(text.toLowerCase(Locale.ROOT)))
            .filter(word -> !word.isEmpty())
            .toList();
    Set<String> phrases = new HashSet<>();
    for (int from = 0; from < Math.max(1, words.size() - PHRASE + 1); from++) {
      phrases.add(String.join(" ", words.subList(from, Math.min(words.size(), from + PHRASE))));
    }
    return phrases;
  }
}
