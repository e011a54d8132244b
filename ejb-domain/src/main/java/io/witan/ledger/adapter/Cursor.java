package io.witan.ledger.adapter;

import io.witan.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ends: the order of lists is by time of creation, then by id. */
record Cursor(String createdAt, String id) {
  static final Cursor START = new Cursor("", "");

  /** The text that a caller gets and sends back; its form may change. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((createdAt + "|" + id).getBytes(StandardCharsets.UTF_8));
  }

  static Cursor parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int bar = plain.indexOf('|');
      if (bar > 0) {
        return new Cursor(plain.substring(0, bar), plain.substring(bar + 1));
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid(text, notBase64);
    }
    throw invalid(text, null);
  }

  private static InvalidValue invalid(String text, Throwable cause) {
    InvalidValue invalid = new InvalidValue("after", text, "the 'next' of the page before");
    if (cause != null) {
      invalid.addSuppressed(cause);
    }
    return invalid;
  }
}
