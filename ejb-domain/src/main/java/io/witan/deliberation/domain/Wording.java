package io.witan.deliberation.domain;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * In which words the agents of a deliberation are asked. It is chosen at the start and kept: a
 * replay, or the rest of one that was interrupted, asks in the same words. What one wording says is
 * never changed once it was released; to ask otherwise, there is another one.
 */
public enum Wording {
  /** Speaks to all as to a council of three steps, and not of what proposals must keep to. */
  V1,

  /** Says how it is decided, and what proposals must keep to. */
  V2;

  /** The name under which it is kept: {@code v1}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #wire} gave. */
  public static Wording named(String name) {
    return Stream.of(values())
        .filter(wording -> wording.wire().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("there are no prompts %s here".formatted(name)));
  }

  /** The one in which deliberations that begin now are held. */
  public static Wording latest() {
    return V2;
  }
}
