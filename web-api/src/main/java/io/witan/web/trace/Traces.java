package io.witan.web.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace of a request: the one of its {@code traceparent} header (W3C), or a new one. */
public final class Traces {
  private static final String ATTRIBUTE = "io.witan.web.trace";
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private Traces() {}

  /** The same answer for the whole request: 32 hex digits. */
  public static String of(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known instanceof String trace) {
      return trace;
    }
    String trace = read(request.getHeader("traceparent"));
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }

  static String read(String traceParent) {
    Matcher matcher = TRACE_PARENT.matcher(traceParent == null ? "" : traceParent);
    return matcher.matches() ? matcher.group(1) : UUID.randomUUID().toString().replace("-", "");
  }
}
