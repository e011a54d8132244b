package io.witan.deliberation.domain;

import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import java.util.Locale;
import java.util.Objects;

/** What a deliberation is about: a story or a task, by its id. */
public record Subject(Kind kind, String id) {

  /** The kinds; the wire name is in lower case. */
  public enum Kind {
    STORY,
    TASK;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a wire name.
     *
     * @throws InvalidValue when there is no such kind
     */
    public static Kind parse(String value) {
      for (Kind kind : values()) {
        if (kind.wire().equals(value)) {
          return kind;
        }
      }
      throw new InvalidValue("subject kind", value, "story or task");
    }
  }

  public Subject {
    Objects.requireNonNull(kind, "kind");
    Ids.valid(kind.wire() + "_id", id);
  }

  public static Subject story(String id) {
    return new Subject(Kind.STORY, id);
  }

  public static Subject task(String id) {
    return new Subject(Kind.TASK, id);
  }

  @Override
  public String toString() {
    return kind.wire() + " " + id;
  }
}
