package io.witan.planning.domain;

import io.witan.shared.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A task as a council derived it from a plan.
 *
 * @param key names it within the answer, such as T1
 * @param keywords words by which the texts of other tasks would mention it
 * @param waitsFor what it waits for by the council's own words
 */
public record DerivedTask(String key, TaskText text, List<String> keywords, List<Wait> waitsFor) {

  /** It waits for another task of the answer. */
  public record Wait(String key, String reason) {
    public Wait {
      key = Text.required("depends_on.id", key, 40);
      reason = Text.optional("depends_on.reason", reason, 2_000);
    }
  }

  public DerivedTask {
    key = Text.required("id", key, 40);
    Objects.requireNonNull(text, "text");
    keywords = keywords.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    waitsFor = List.copyOf(waitsFor);
  }

  /** The first keyword of the other that this one's text holds as a word, in any case. */
  Optional<String> mentioned(DerivedTask other) {
    String words = (text.title() + "\n" + text.description()).toLowerCase(Locale.ROOT);
    return other.keywords().stream().filter(keyword -> holds(words, keyword)).findFirst();
  }

  private static boolean holds(String words, String keyword) {
    String word = Pattern.quote(keyword.toLowerCase(Locale.ROOT));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])")
        .matcher(words)
        .find();
  }
}
