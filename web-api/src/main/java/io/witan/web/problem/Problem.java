package io.witan.web.problem;

import io.witan.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An error answer.
 *
 * @param type {@code urn:witan:problem:} and the code in kebab case
 * @param title the status in words
 * @param detail one sentence on what was wrong and what would be right
 * @param code the stable name of the reason
 * @param errors the fields that were wrong
 * @param traceId joins the answer with logs and traces
 * @param incidentId under which the log holds an internal error; absent otherwise
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<FieldError> errors,
    String traceId,
    Optional<String> incidentId) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One wrong field: what was given and what was expected. */
  public record FieldError(String field, String value, String expected) {
    static FieldError from(Refusal.Detail detail) {
      return new FieldError(detail.field(), detail.value(), detail.expected());
    }
  }

  static Problem from(Refusal refusal, String traceId) {
    ProblemStatus status = ProblemStatus.of(refusal.code());
    return new Problem(
        type(refusal.code().name()),
        status.title(),
        status.code(),
        refusal.message(),
        refusal.code().name(),
        refusal.details().stream().map(FieldError::from).toList(),
        traceId,
        Optional.empty());
  }

  /** A problem of HTTP itself, such as a method that a path does not have. */
  static Problem ofHttp(int status, String title, String detail, String code, String traceId) {
    return new Problem(
        type(code), title, status, detail, code, List.of(), traceId, Optional.empty());
  }

  static Problem internal(String incidentId, String traceId) {
    return new Problem(
        type("INTERNAL"),
        "Internal Server Error",
        500,
        "something went wrong here; the log holds more under " + incidentId,
        "INTERNAL",
        List.of(),
        traceId,
        Optional.of(incidentId));
  }

  private static String type(String code) {
    return "urn:witan:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
