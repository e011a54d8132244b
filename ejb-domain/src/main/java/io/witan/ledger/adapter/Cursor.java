package io.witan.ledger.adapter;

import io.witan.shared.InvalidValue;
import io.witan.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ends: lists are ordered by a time, then by id. It belongs to one list: the same
 * things in another order, or narrowed otherwise, are another list.
 *
 * @param at the time of the last item, as text
 */
public record Cursor(String at, String id) {
  /** Before everything, in ascending order. */
  public static final Cursor START = new Cursor("", "");

  /** Before everything, in descending order: behind every time and id. */
  static final Cursor END = new Cursor("\uffff", "\uffff");

  private static final int MARK = 12;

  /**
   * The text that a caller gets and sends back; its form may change.
   *
   * @param list what tells the list from others
   */
  public String text(String list) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("%s|%s|%s".formatted(mark(list), at, id).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #text(String)} wrote for that list.
   *
   * @throws InvalidValue when it is of another list, or of none
   */
  public static Cursor parse(String list, String text) {
    String[] parts;
    try {
      parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
    } catch (IllegalArgumentException notBase64) {
      throw invalid(text, notBase64);
    }
    if (parts.length < 3) {
      throw invalid(text, null);
    }
    if (!parts[0].equals(mark(list))) {
      throw new InvalidValue(
          "after", text, "the 'next' of a page with the same filters and the same order");
    }
    return new Cursor(parts[1], parts[2]);
  }

  private static String mark(String list) {
    return Sha256.hex(list).substring(0, MARK);
  }

  private static InvalidValue invalid(String text, Throwable cause) {
    InvalidValue invalid = new InvalidValue("after", text, "the 'next' of the page before");
    if (cause != null) {
      invalid.addSuppressed(cause);
    }
    return invalid;
  }
}
