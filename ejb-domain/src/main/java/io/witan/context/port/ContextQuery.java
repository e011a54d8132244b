package io.witan.context.port;

import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import java.util.Locale;
import java.util.Objects;

/**
 * What somebody wants to know.
 *
 * @param role for whom it is
 * @param tokenBudget the most tokens of the text, from 1
 * @param scope whether the text of the story or task itself is wanted too
 */
public record ContextQuery(Kind kind, String id, Role role, int tokenBudget, Scope scope) {

  /** How much is wanted. */
  public enum Scope {
    /** The subject and what is around it. */
    EVERYTHING,
    /** Only what is around it: the reader has the subject's own text already. */
    SURROUNDINGS
  }

  /** What a pack can be about. */
  public enum Kind {
    STORY,
    TASK;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ContextQuery {
    Objects.requireNonNull(kind, "kind");
    Ids.valid(kind.wire() + "_id", id);
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(scope, "scope");
    if (tokenBudget < 1) {
      throw new InvalidValue("token_budget", String.valueOf(tokenBudget), "1 or more");
    }
  }
}
