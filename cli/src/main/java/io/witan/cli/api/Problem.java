package io.witan.cli.api;

import java.util.List;

/** Why the server refused, as RFC 9457 has it. */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Field> errors,
    String traceId) {
  public Problem {
    errors = Lists.of(errors);
  }

  /** A field that was wrong. */
  public record Field(String field, String value, String expected) {}

  /** The sentence to show. */
  public String sentence() {
    return detail != null && !detail.isBlank() ? detail : title;
  }
}
