package io.witan.web.request;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/**
 * The query parameters of lists that can be ordered and counted.
 *
 * <p>Its fields carry no {@code @Parameter}: Payara's OpenAPI scanner looks for the path of such a
 * field, finds none, and answers no document at all. {@code QueryParameters} adds them to the
 * document.
 */
public class ListQuery {

  /** How many items, 1 to 500; 100 if absent. */
  @QueryParam("limit")
  private String limit;

  /** The next of the page before, with the same filters and order. */
  @QueryParam("after")
  private String after;

  /** {@code created_at} or {@code updated_at}, with a minus before it for the newest first. */
  @QueryParam("sort")
  private String sort;

  /** {@code true}: also tell how many there are in all, which costs more the more there are. */
  @QueryParam("total")
  private String total;

  /** For JAX-RS, which fills in what was sent. */
  public ListQuery() {}

  ListQuery(String limit, String after, String sort, String total) {
    this.limit = limit;
    this.after = after;
    this.sort = sort;
    this.total = total;
  }

  /** What part of the list is wanted. */
  public Page.Request page() {
    Page.Order order =
        Optional.ofNullable(sort)
            .map(name -> Page.Order.parse("sort", name))
            .orElse(Page.Order.OLDEST);
    return counted(PageQuery.of(limit, after).in(order), total);
  }

  /**
   * The same part, counted if that is asked for.
   *
   * @param total {@code true} or {@code false}; null means false
   */
  public static Page.Request counted(Page.Request page, String total) {
    if (total == null || total.equals("false")) {
      return page;
    }
    if (total.equals("true")) {
      return page.withTotal();
    }
    throw new InvalidValue("total", total, "true or false");
  }
}
