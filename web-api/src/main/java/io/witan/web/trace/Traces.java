package io.witan.web.trace;

import io.witan.platform.Spans;
import io.witan.shared.TraceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * The trace of a request: the span that the server records of it, else the place that its {@code
 * traceparent} header (W3C) names, else a new trace.
 */
public final class Traces {
  private static final String ATTRIBUTE = "io.witan.web.trace";

  private Traces() {}

  /** Its id, the same for the whole request: 32 hex digits. */
  public static String of(HttpServletRequest request) {
    return place(request).map(TraceContext::traceId).orElseGet(() -> ownTrace(request));
  }

  /** What a command carries on: the place in the trace, or the id of a new one. */
  public static String parent(HttpServletRequest request) {
    return place(request).map(TraceContext::header).orElseGet(() -> ownTrace(request));
  }

  private static Optional<TraceContext> place(HttpServletRequest request) {
    return Spans.current()
        .or(
            () ->
                Optional.ofNullable(request.getHeader("traceparent")).flatMap(TraceContext::read));
  }

  private static String ownTrace(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String trace = UUID.randomUUID().toString().replace("-", "");
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }
}
