package io.witan.web.request;

import io.witan.planning.port.Archived;
import io.witan.shared.InvalidValue;

/** The query parameter of lists that asks for archived things too: {@code ?archived=true}. */
public final class ArchivedQuery {
  private ArchivedQuery() {}

  /**
   * Whether archived things are shown.
   *
   * @param archived {@code true} or {@code false}; they are hidden if null
   */
  public static Archived of(String archived) {
    if (archived == null || archived.equals("false")) {
      return Archived.HIDDEN;
    }
    if (archived.equals("true")) {
      return Archived.SHOWN;
    }
    throw new InvalidValue("archived", archived, "true or false");
  }
}
