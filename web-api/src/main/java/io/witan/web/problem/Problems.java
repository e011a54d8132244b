package io.witan.web.problem;

import io.witan.shared.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Turns refusals and failures into answers, with the headers that their status asks for. */
public final class Problems {
  private static final int RETRY_SECONDS = 5;

  private Problems() {}

  /** The answer to something refused. */
  public static Response of(Refusal refusal, String traceId) {
    return with(Problem.from(refusal, traceId)).build();
  }

  static Response.ResponseBuilder with(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status(), problem.title()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"witan\"");
    }
    if (problem.status() == 503 || problem.status() == 429) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer;
  }
}
