package io.witan.web.problem;

import io.witan.web.trace.Traces;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * What the server answers by itself, before or beside JAX-RS, is a problem as well: an unknown
 * path, a header that cannot be read.
 */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
  static final String PATH = "/api/problem";

  private static final long serialVersionUID = 1L;

  // Whatever the method was that went wrong.
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = problem(request);
    Problems.headers(problem).forEach(response::setHeader);
    ServletProblems.send(problem, response);
  }

  private static Problem problem(HttpServletRequest request) {
    String trace = Traces.of(request);
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Nothing went wrong before: somebody asked for this path.
    int status = code instanceof Integer number ? number : 404;
    Response.Status known = Response.Status.fromStatusCode(status);
    if (status == 500 || known == null) {
      Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      return Problems.incident(thrown instanceof Throwable cause ? cause : null, trace);
    }
    return HttpProblems.of(known, request, trace);
  }
}
