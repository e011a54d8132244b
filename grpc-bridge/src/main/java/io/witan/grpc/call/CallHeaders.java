package io.witan.grpc.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.witan.platform.Spans;
import io.witan.shared.InvalidValue;
import io.witan.shared.TraceContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What travels beside the message: the parts of a command that the messages have no field for.
 *
 * @param idempotencyKey {@code idempotency-key}: a repetition under it gives the first answer
 * @param ifMatch {@code if-match}: the version that the caller saw, with or without quotes
 * @param contentDigest {@code witan-content-digest}: the digest of what the caller approves
 * @param overrideReason {@code witan-override-reason} (ASCII) or {@code witan-override-reason-bin}
 *     (UTF-8): why a rule that allows it is overridden
 * @param fencingToken {@code witan-fencing-token}: the claim under which a task is worked on
 * @param trace the place in a trace: the span that is recorded of the call, else {@code
 *     traceparent}; empty when there is neither
 */
public record CallHeaders(
    Optional<String> idempotencyKey,
    Optional<Long> ifMatch,
    Optional<String> contentDigest,
    Optional<String> overrideReason,
    Optional<Long> fencingToken,
    String trace) {

  static final Metadata.Key<String> IDEMPOTENCY_KEY = ascii("idempotency-key");
  static final Metadata.Key<String> IF_MATCH = ascii("if-match");
  static final Metadata.Key<String> CONTENT_DIGEST = ascii("witan-content-digest");
  static final Metadata.Key<String> OVERRIDE_REASON = ascii("witan-override-reason");
  static final Metadata.Key<byte[]> OVERRIDE_REASON_UTF8 =
      Metadata.Key.of("witan-override-reason-bin", Metadata.BINARY_BYTE_MARSHALLER);
  static final Metadata.Key<String> FENCING_TOKEN = ascii("witan-fencing-token");
  static final Metadata.Key<String> TRACEPARENT = ascii("traceparent");

  private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,18})\"?");
  private static final Pattern TOKEN = Pattern.compile("\\d{1,18}");
  private static final Context.Key<CallHeaders> CURRENT = Context.key("witan-call-headers");

  /** The headers of the call that runs on this thread. */
  public static CallHeaders current() {
    return CURRENT.get();
  }

  /** Reads the headers of each call before its handler starts. */
  public static ServerInterceptor reader() {
    return new Reader();
  }

  static CallHeaders of(Metadata metadata) {
    return new CallHeaders(
        text(metadata, IDEMPOTENCY_KEY),
        text(metadata, IF_MATCH).map(CallHeaders::version),
        text(metadata, CONTENT_DIGEST),
        Optional.ofNullable(metadata.get(OVERRIDE_REASON_UTF8))
            .map(bytes -> new String(bytes, UTF_8))
            .or(() -> text(metadata, OVERRIDE_REASON)),
        text(metadata, FENCING_TOKEN).map(CallHeaders::token),
        Spans.current()
            .or(() -> text(metadata, TRACEPARENT).flatMap(TraceContext::read))
            .map(TraceContext::header)
            .orElse(""));
  }

  private static Optional<String> text(Metadata metadata, Metadata.Key<String> key) {
    return Optional.ofNullable(metadata.get(key)).filter(value -> !value.isBlank());
  }

  private static long version(String value) {
    Matcher version = VERSION.matcher(value.strip());
    if (!version.matches()) {
      throw new InvalidValue("if-match", value, "the number of a version, for example 3 or \"3\"");
    }
    return Long.parseLong(version.group(1));
  }

  private static long token(String value) {
    if (!TOKEN.matcher(value.strip()).matches()) {
      throw new InvalidValue(
          "witan-fencing-token", value, "the number that the claim answered, for example 7");
    }
    return Long.parseLong(value.strip());
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private static final class Reader implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      Context context = Context.current().withValue(CURRENT, CallHeaders.of(headers));
      return Contexts.interceptCall(context, call, headers, next);
    }
  }
}
