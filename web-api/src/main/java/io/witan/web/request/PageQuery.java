package io.witan.web.request;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of every list: {@code ?limit=100&after=<next of the page before>}. */
public class PageQuery {
  private static final int USUAL = 100;

  @QueryParam("limit")
  @Parameter(description = "How many items, 1 to 500; 100 if absent")
  private String limit;

  @QueryParam("after")
  @Parameter(description = "The next of the page before; absent for the first page")
  private String after;

  public PageQuery() {}

  PageQuery(String limit, String after) {
    this.limit = limit;
    this.after = after;
  }

  /** What part of the list is wanted. */
  public Page.Request page() {
    return new Page.Request(size(), Optional.ofNullable(after).filter(next -> !next.isEmpty()));
  }

  private int size() {
    if (limit == null) {
      return USUAL;
    }
    try {
      return Integer.parseInt(limit);
    } catch (NumberFormatException malformed) {
      throw new InvalidValue("limit", limit, "1 to " + Page.MOST);
    }
  }
}
