package io.witan.grpc.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.stream.Collectors;

/**
 * What travels back beside the message: {@code etag}, the version of what was answered, to be sent
 * as {@code if-match} with a change of it; {@code witan-archived}, whether that was deleted; {@code
 * witan-fencing-token}, the claim under which a task is held.
 */
public final class AnswerHeaders {
  static final Metadata.Key<String> ETAG = ascii("etag");

  static final Metadata.Key<String> ARCHIVED =
      Metadata.Key.of("witan-archived", Metadata.ASCII_STRING_MARSHALLER);

  private static final Context.Key<Metadata> CURRENT = Context.key("witan-answer-headers");

  private AnswerHeaders() {}

  /** Tells the version of what the call that runs on this thread answers. */
  public static void version(long version) {
    tell(ETAG, "\"" + version + "\"");
  }

  /** Tells the claim under which the task that is answered is held. */
  public static void fencingToken(long token) {
    tell(CallHeaders.FENCING_TOKEN, String.valueOf(token));
  }

  /** All that was told so far, a line each. */
  static String text() {
    Metadata told = CURRENT.get();
    return told.keys().stream()
        .map(name -> "%s: %s\n".formatted(name, told.get(ascii(name))))
        .collect(Collectors.joining());
  }

  /** Tells it as it was told before. */
  static void tell(String text) {
    text.lines()
        .map(line -> line.split(": ", 2))
        .forEach(header -> tell(ascii(header[0]), header[1]));
  }

  private static void tell(Metadata.Key<String> name, String value) {
    Metadata told = CURRENT.get();
    told.discardAll(name);
    told.put(name, value);
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Tells that what is answered was deleted: the messages have no field for it. */
  public static void archived(boolean archived) {
    if (archived) {
      CURRENT.get().put(ARCHIVED, "true");
    }
  }

  /** Sends what handlers told, with the answer. */
  public static ServerInterceptor sender() {
    return new Sender();
  }

  private static final class Sender implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      Metadata told = new Metadata();
      ServerCall<Q, A> telling =
          new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata answer) {
              answer.merge(told);
              super.sendHeaders(answer);
            }
          };
      return Contexts.interceptCall(
          Context.current().withValue(CURRENT, told), telling, headers, next);
    }
  }
}
