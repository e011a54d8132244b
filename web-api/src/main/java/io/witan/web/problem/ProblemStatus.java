package io.witan.web.problem;

import io.witan.shared.Refusal;

/** The HTTP status of each refusal code. */
public enum ProblemStatus {
  BAD_REQUEST(400, "Bad Request"),
  UNAUTHORIZED(401, "Unauthorized"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  CONFLICT(409, "Conflict"),
  PRECONDITION_FAILED(412, "Precondition Failed"),
  UNPROCESSABLE(422, "Unprocessable Content"),
  TOO_MANY_REQUESTS(429, "Too Many Requests"),
  SERVICE_UNAVAILABLE(503, "Service Unavailable");

  private final int code;
  private final String title;

  ProblemStatus(int code, String title) {
    this.code = code;
    this.title = title;
  }

  public int code() {
    return code;
  }

  String title() {
    return title;
  }

  /** The status that goes with a code. */
  public static ProblemStatus of(Refusal.Code code) {
    return switch (code) {
      case INVALID_ARGUMENT -> BAD_REQUEST;
      case UNAUTHENTICATED -> UNAUTHORIZED;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case ALREADY_EXISTS, ILLEGAL_TRANSITION -> CONFLICT;
      case GUARD_FAILED, IDEMPOTENCY_MISMATCH -> UNPROCESSABLE;
      case STALE_VERSION -> PRECONDITION_FAILED;
      case LIMIT_EXCEEDED -> TOO_MANY_REQUESTS;
      case UNAVAILABLE -> SERVICE_UNAVAILABLE;
    };
  }
}
