package io.witan.planning.domain;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The five criteria of the definition of ready, each with its own evidence. */
enum ReadinessCriterion {
  /** Title and brief say enough to start from. */
  CLEAR {
    @Override
    Readiness.Verdict judge(StoryText text) {
      int words = words(text.brief());
      String evidence = "the brief has %d words".formatted(words);
      if (words >= 30) {
        return verdict(POINTS, evidence, "30 words or more say enough to start from");
      }
      String reason = "clear: %s, write at least 30".formatted(evidence);
      return verdict(words >= 10 ? POINTS / 2 : 0, evidence, reason);
    }
  },

  ACCEPTANCE_CRITERIA {
    @Override
    Readiness.Verdict judge(StoryText text) {
      int count = text.acceptanceCriteria().size();
      String evidence = "%d acceptance criteria".formatted(count);
      if (count >= 2) {
        return verdict(POINTS, evidence, "at least 2 are named");
      }
      String reason = "acceptance criteria: %s, name at least 2".formatted(evidence);
      return verdict(count == 1 ? POINTS / 2 : 0, evidence, reason);
    }
  },

  /** What it stands on is named, or it says that there is nothing. */
  DEPENDENCIES {
    private static final Pattern NAMED =
        Pattern.compile("(?i)\\b(dependenc(y|ies)|depends on|blocked by|requires|stands on)\\b");

    @Override
    Readiness.Verdict judge(StoryText text) {
      return found(NAMED, text.brief())
          .map(quote -> verdict(POINTS, inTheBrief(quote), "what it stands on is named"))
          .orElseGet(
              () ->
                  verdict(
                      0,
                      "no word of it in the brief",
                      "dependencies: none are named; write 'Dependencies: none' if so"));
    }
  },

  ESTIMATE {
    private static final Pattern NAMED =
        Pattern.compile(
            "(?i)\\b(estimate[ds]?|story points?|\\d+\\s*(hours?|days?|points?)|size\\s*:\\s*(xs|s|m|l|xl))\\b");

    @Override
    Readiness.Verdict judge(StoryText text) {
      return found(NAMED, text.brief())
          .map(quote -> verdict(POINTS, inTheBrief(quote), "a size is named"))
          .orElseGet(
              () ->
                  verdict(
                      0,
                      "no size in the brief",
                      "estimate: no size is named; write for example 'Estimate: 8 hours'"));
    }
  },

  /** At least one criterion can be checked by somebody who did not write it. */
  TESTABLE {
    private static final Pattern CHECKABLE =
        Pattern.compile(
            "(?i)\\b(given|when|then|returns?|shows?|fails?|passes|within|at (most|least)|must|never|always|equals?|status|\\d+)\\b");

    @Override
    Readiness.Verdict judge(StoryText text) {
      return text.acceptanceCriteria().stream()
          .filter(criterion -> CHECKABLE.matcher(criterion).find())
          .findFirst()
          .map(
              criterion ->
                  verdict(
                      POINTS,
                      "\"%s\"".formatted(shortened(criterion)),
                      "it says what can be observed"))
          .orElseGet(
              () ->
                  verdict(
                      0,
                      "none of %d acceptance criteria".formatted(text.acceptanceCriteria().size()),
                      "testable: no acceptance criterion says what can be observed"));
    }
  };

  static final int POINTS = 20;
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int LONGEST_QUOTE = 120;

  abstract Readiness.Verdict judge(StoryText text);

  Readiness.Verdict verdict(int points, String evidence, String reason) {
    return new Readiness.Verdict(name(), points, POINTS, evidence, reason);
  }

  static Optional<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).findFirst();
  }

  static String inTheBrief(String quote) {
    return "\"%s\" is in the brief".formatted(quote);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
  }

  private static int words(String text) {
    return (int) WORD.matcher(text).results().limit(1_000).count();
  }
}
