package io.witan.planning.domain;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Sha256;
import java.util.List;
import java.util.Optional;
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

  /**
   * Refuses an approval of something else than what is there now, and names what that is.
   *
   * @param subject how the thing is called in the refusal, for example {@code plan PL-7}
   * @param shown what the approver was shown; absent means what is current
   */
  static Outcome<String> isCurrent(String subject, String current, Optional<String> shown) {
    return shown.filter(digest -> !digest.equals(current)).isEmpty()
        ? Outcome.done(current)
        : Outcome.refused(
            Refusal.of(
                Refusal.Code.STALE_VERSION,
                "%s is not what you were shown: its content digest is %s, you sent %s; read it again, then decide"
                    .formatted(subject, current, shown.get())));
  }

  /** In lower-case hex. */
  String hex() {
    return Sha256.hex(content.toString());
  }
}
