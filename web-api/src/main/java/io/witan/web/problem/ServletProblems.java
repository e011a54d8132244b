package io.witan.web.problem;

import io.witan.shared.Refusal;
import io.witan.web.json.RecordWriter;
import io.witan.web.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a request that JAX-RS never sees with the same problem. */
public final class ServletProblems {
  private ServletProblems() {}

  /** Sends the refusal as the whole answer. */
  public static void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = Problem.from(refusal, Traces.of(request));
    Problems.headers(refusal, problem).forEach(response::setHeader);
    send(problem, response);
  }

  static void send(Problem problem, HttpServletResponse response) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    RecordWriter.write(problem, response.getOutputStream());
  }
}
