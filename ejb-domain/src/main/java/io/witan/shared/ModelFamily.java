package io.witan.shared;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The family of a model, by its name: the letters with which the part behind the last slash begins,
 * in lower case. {@code Qwen/Qwen3-0.6B} is of {@code qwen}, {@code gpt-4o} of {@code gpt}.
 *
 * @param name empty for no model, or for one whose name does not begin with letters
 */
public record ModelFamily(String name) {
  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  public static ModelFamily of(String model) {
    String own = model.substring(model.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    Matcher letters = LETTERS.matcher(own);
    return new ModelFamily(letters.lookingAt() ? letters.group() : "");
  }

  public boolean isKnown() {
    return !name.isEmpty();
  }
}
