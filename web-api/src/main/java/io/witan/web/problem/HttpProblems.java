package io.witan.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * What the server itself refuses: paths, methods and media types that are not there, or everything
 * while it stops.
 */
final class HttpProblems {
  private HttpProblems() {}

  static Response of(WebApplicationException thrown, HttpServletRequest request, String trace) {
    Response.StatusType status = thrown.getResponse().getStatusInfo();
    Response.ResponseBuilder answer = Problems.with(of(status, request, trace));
    String allowed = thrown.getResponse().getHeaderString(HttpHeaders.ALLOW);
    if (allowed != null) {
      answer.header(HttpHeaders.ALLOW, allowed);
    }
    return answer.build();
  }

  static Problem of(Response.StatusType status, HttpServletRequest request, String trace) {
    return Problem.ofHttp(
        status.getStatusCode(),
        status.getReasonPhrase(),
        detail(status.getStatusCode(), request),
        code(status.getStatusCode()),
        trace);
  }

  static Problem oversized(String detail, String trace) {
    return Problem.ofHttp(413, "Content Too Large", detail, "BODY_TOO_LARGE", trace);
  }

  private static String code(int status) {
    return switch (status) {
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 406 -> "NOT_ACCEPTABLE";
      case 413 -> "BODY_TOO_LARGE";
      case 415 -> "UNSUPPORTED_MEDIA_TYPE";
      case 503 -> "UNAVAILABLE";
      default -> status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
    };
  }

  private static String detail(int status, HttpServletRequest request) {
    return switch (status) {
      case 404 -> "there is nothing at %s".formatted(path(request));
      case 405 -> "%s has no method %s".formatted(path(request), request.getMethod());
      case 406 -> "answers are application/json: accept that";
      case 415 -> unsupported(request.getContentType());
      case 503 -> "the server starts or stops: try again";
      default ->
          status < 500 ? "the request cannot be understood" : "the server cannot do this now";
    };
  }

  /** What was asked for, also where the server has handed the request on to a page of errors. */
  private static String path(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked == null ? request.getRequestURI() : asked.toString();
  }

  private static String unsupported(String contentType) {
    return contentType == null
        ? "the request does not say what its body is: send Content-Type: application/json"
        : "the body is %s: send application/json".formatted(contentType);
  }
}
