package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a story says.
 *
 * @param title 1 to 300 characters
 * @param brief 1 to 500,000 characters, Markdown; logs and code may be in it
 * @param acceptanceCriteria up to 200, each 1 to 5,000 characters
 */
public record StoryText(String title, String brief, List<String> acceptanceCriteria) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  public StoryText {
    title = Text.required("title", title, 300);
    brief = Text.required("brief", brief, 500_000);
    if (acceptanceCriteria.size() > 200) {
      throw new InvalidValue(
          "acceptance_criteria", acceptanceCriteria.size() + " items", "at most 200 items");
    }
    acceptanceCriteria =
        acceptanceCriteria.stream()
            .map(criterion -> Text.required("acceptance_criteria", criterion, 5_000))
            .toList();
  }

  /** SHA-256 (hex) of all that it says. */
  public String digest() {
    return new ContentDigest()
        .text(title)
        .text(brief)
        .list(acceptanceCriteria, ContentDigest::text)
        .hex();
  }

  /** Whether these words are in it as they are, however the white space runs. */
  public boolean says(String quote) {
    String words = words(quote);
    return Stream.concat(Stream.of(title, brief), acceptanceCriteria.stream())
        .anyMatch(part -> words(part).contains(words));
  }

  private static String words(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }
}
