package io.witan.web.problem;

import io.witan.shared.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns refusals and failures into answers, with the headers that their status asks for. */
public final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(5);

  private Problems() {}

  /** The answer to something refused. */
  public static Response of(Refusal refusal, String traceId) {
    Problem problem = Problem.from(refusal, traceId);
    return with(problem, headers(refusal, problem)).build();
  }

  /**
   * What nobody foresaw; the log holds it under the incident's id.
   *
   * @param thrown null where the server does not tell
   */
  static Problem incident(Throwable thrown, String traceId) {
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, "incident " + incident + ", trace " + traceId, thrown);
    return Problem.internal(incident, traceId);
  }

  static Response.ResponseBuilder with(Problem problem) {
    return with(problem, headers(problem));
  }

  static Map<String, String> headers(Problem problem) {
    return headers(problem, RETRY);
  }

  private static Response.ResponseBuilder with(Problem problem, Map<String, String> headers) {
    Response.ResponseBuilder answer =
        Response.status(problem.status(), problem.title()).type(Problem.MEDIA_TYPE).entity(problem);
    headers.forEach(answer::header);
    return answer;
  }

  static Map<String, String> headers(Refusal refusal, Problem problem) {
    return headers(problem, refusal.pause().orElse(RETRY));
  }

  private static Map<String, String> headers(Problem problem, Duration pause) {
    return switch (problem.status()) {
      case 401 -> Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"witan\"");
      case 429, 503 -> Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
      default -> Map.of();
    };
  }
}
