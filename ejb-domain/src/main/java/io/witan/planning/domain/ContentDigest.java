package io.witan.planning.domain;

import io.witan.shared.Sha256;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * SHA-256 over texts, numbers and lists of them. Each text goes in with its length and each list
 * with its size, so that two contents never read the same by where one text ends.
 */
final class ContentDigest {
  private final StringBuilder content = new StringBuilder();

  ContentDigest text(String text) {
    content.append(text.length()).append(':').append(text);
    return this;
  }

  ContentDigest number(int number) {
    return text(String.valueOf(number));
  }

  <T> ContentDigest list(List<T> items, BiConsumer<ContentDigest, T> each) {
    number(items.size());
    items.forEach(item -> each.accept(this, item));
    return this;
  }

  /** In lower-case hex. */
  String hex() {
    return Sha256.hex(content.toString());
  }
}
