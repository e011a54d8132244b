package io.witan.deliberation.domain;

import java.util.Locale;
import java.util.Objects;

/**
 * Why a deliberation ended before its last turn, with what there was. A person should look at what
 * came of it.
 *
 * @param detail in words
 */
public record Cut(Kind kind, String detail) {

  /** What ran out; the wire name is in lower case. */
  public enum Kind {
    BUDGET,
    DEADLINE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Cut {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }
}
