package io.witan.ledger.adapter;

import io.witan.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form of RFC 8785, so that equal content has equal bytes and one hash. */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** Texts, numbers, booleans, null, and maps and collections of them. */
  public static String of(Map<String, ?> content) {
    CanonicalWriter writer = new CanonicalWriter();
    writer.value(content);
    return writer.written();
  }

  /**
   * Brings JSON text into canonical form.
   *
   * @throws UncheckedIOException when it is no JSON object or array
   */
  public static String canonical(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** SHA-256 of the UTF-8 bytes, in lower-case hex. */
  public static String sha256(String text) {
    return Sha256.hex(text);
  }
}
