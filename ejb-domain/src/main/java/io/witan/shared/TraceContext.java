package io.witan.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a trace: what follows from it is shown below it. The form on the wire is the {@code
 * traceparent} of W3C Trace Context.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param sampled whether somebody records the trace
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
  private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final int SPAN_DIGITS = 16;
  private static final int HEX = 16;

  /** Reads a header; empty when it is none. */
  public static Optional<TraceContext> read(String header) {
    Matcher parts = HEADER.matcher(header);
    return parts.matches()
        ? Optional.of(
            new TraceContext(
                parts.group(1), parts.group(2), Integer.parseInt(parts.group(3), HEX) % 2 == 1))
        : Optional.empty();
  }

  /**
   * Reads what a command carries: a header, or a bare trace id, which gets a span that stands for
   * who has the hash.
   *
   * @param hash at least 16 hex digits
   */
  public static Optional<TraceContext> of(String trace, String hash) {
    return TRACE.matcher(trace).matches()
        ? Optional.of(new TraceContext(trace, hash.substring(0, SPAN_DIGITS), true))
        : read(trace);
  }

  /** As it goes on the wire. */
  public String header() {
    return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
  }
}
