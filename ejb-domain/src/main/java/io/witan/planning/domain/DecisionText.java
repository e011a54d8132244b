package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.HashSet;
import java.util.List;

/**
 * What a decision says.
 *
 * @param title what is decided, 1 to 300 characters
 * @param options what there was to choose from, 1 to 20, no two the same
 * @param chosen one of them
 * @param rationale why, 1 to 20,000 characters
 */
public record DecisionText(String title, List<String> options, String chosen, String rationale) {
  private static final int MOST_OPTIONS = 20;

  public DecisionText {
    title = Text.required("title", title, 300);
    options = options.stream().map(option -> Text.required("options", option, 1_000)).toList();
    if (options.isEmpty() || options.size() > MOST_OPTIONS) {
      throw new InvalidValue("options", options.size() + " options", "1 to " + MOST_OPTIONS);
    }
    if (new HashSet<>(options).size() < options.size()) {
      throw new InvalidValue("options", String.join(", ", options), "no two the same");
    }
    chosen = Text.required("chosen", chosen, 1_000);
    if (!options.contains(chosen)) {
      throw new InvalidValue("chosen", chosen, "one of the options: " + String.join(", ", options));
    }
    rationale = Text.required("rationale", rationale, 20_000);
  }
}
