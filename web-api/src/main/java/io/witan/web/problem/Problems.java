package io.witan.web.problem;

import io.witan.shared.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Turns refusals and failures into answers, with the headers that their status asks for. */
public final class Problems {
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  /** The answer to something refused. */
  public static Response of(Refusal refusal, String traceId) {
    return with(Problem.from(refusal, traceId)).build();
  }

  static Response.ResponseBuilder with(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status(), problem.title()).type(Problem.MEDIA_TYPE).entity(problem);
    headers(problem).forEach(answer::header);
    return answer;
  }

  static Map<String, String> headers(Problem problem) {
    return switch (problem.status()) {
      case 401 -> Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"witan\"");
      case 429, 503 -> Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      default -> Map.of();
    };
  }
}
