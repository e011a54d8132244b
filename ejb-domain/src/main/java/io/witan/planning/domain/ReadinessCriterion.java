package io.witan.planning.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five criteria of the definition of ready, each with its own evidence. */
enum ReadinessCriterion {
  /** Title and brief say enough to start from. */
  CLEAR {
    @Override
    Readiness.Verdict judge(StoryText text) {
      int words = words(text.brief());
      if (words >= 30) {
        return full("the brief has %d words".formatted(words));
      }
      String reason = "clear: the brief has %d words, write at least 30".formatted(words);
      return words >= 10 ? half(reason) : none(reason);
    }
  },

  ACCEPTANCE_CRITERIA {
    @Override
    Readiness.Verdict judge(StoryText text) {
      int count = text.acceptanceCriteria().size();
      String found = "%d acceptance criteria".formatted(count);
      if (count >= 2) {
        return full(found);
      }
      String reason = "acceptance criteria: %s, name at least 2".formatted(found);
      return count == 1 ? half(reason) : none(reason);
    }
  },

  /** What it stands on is named, or it says that there is nothing. */
  DEPENDENCIES {
    @Override
    Readiness.Verdict judge(StoryText text) {
      return named(
          text,
          "(?i)\\b(dependenc(y|ies)|depends on|blocked by|requires|stands on)\\b",
          "dependencies: none are named; write 'Dependencies: none' if so");
    }
  },

  ESTIMATE {
    @Override
    Readiness.Verdict judge(StoryText text) {
      return named(
          text,
          "(?i)\\b(estimate[ds]?|story points?|\\d+\\s*(hours?|days?|points?)|size\\s*:\\s*(xs|s|m|l|xl))\\b",
          "estimate: no size is named; write for example 'Estimate: 8 hours'");
    }
  },

  /** At least one criterion can be checked by somebody who did not write it. */
  TESTABLE {
    private static final String CHECKABLE =
        "(?i)\\b(given|when|then|returns?|shows?|fails?|passes|within|at (most|least)|must|never|always|equals?|status|\\d+)\\b";

    @Override
    Readiness.Verdict judge(StoryText text) {
      Pattern checkable = Pattern.compile(CHECKABLE);
      long count =
          text.acceptanceCriteria().stream()
              .filter(criterion -> checkable.matcher(criterion).find())
              .count();
      if (count >= 1) {
        return full("%d criteria can be checked".formatted(count));
      }
      return none("testable: no acceptance criterion says what can be observed");
    }
  };

  private static final int POINTS = 20;

  abstract Readiness.Verdict judge(StoryText text);

  Readiness.Verdict named(StoryText text, String pattern, String otherwise) {
    Matcher found = Pattern.compile(pattern).matcher(text.brief());
    return found.find() ? full("\"" + found.group() + "\" is in the brief") : none(otherwise);
  }

  Readiness.Verdict full(String evidence) {
    return new Readiness.Verdict(name(), POINTS, POINTS, evidence);
  }

  Readiness.Verdict half(String reason) {
    return new Readiness.Verdict(name(), POINTS / 2, POINTS, reason);
  }

  Readiness.Verdict none(String reason) {
    return new Readiness.Verdict(name(), 0, POINTS, reason);
  }

  private static int words(String text) {
    return (int) Pattern.compile("\\S+").matcher(text).results().limit(1_000).count();
  }
}
