package io.witan.grpc.call;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.witan.identity.port.TokenVerifier;
import io.witan.shared.Actor;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who calls, from {@code authorization: Bearer <token>}, before a handler sees the call.
 *
 * <p>Only health checks and reflection are open to everybody: probes carry no token, and the
 * contracts are public.
 */
public final class Authentication implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "Bearer ";
  private static final Set<String> OPEN =
      Set.of(
          "grpc.health.v1.Health",
          "grpc.reflection.v1.ServerReflection",
          "grpc.reflection.v1alpha.ServerReflection");
  private static final Context.Key<Actor> CALLER = Context.key("witan-caller");

  private final TokenVerifier tokens;
  private final Optional<Actor> withoutToken;

  /**
   * Guards every call.
   *
   * @param tokens proves who a token speaks for
   * @param withoutToken who acts when there is no token; absent refuses such calls
   */
  public Authentication(TokenVerifier tokens, Optional<Actor> withoutToken) {
    this.tokens = tokens;
    this.withoutToken = withoutToken;
  }

  /** Who made the call that runs on this thread. */
  public static Actor caller() {
    return Optional.ofNullable(CALLER.get())
        .orElseThrow(() -> Refusals.asException(unauthenticated("nobody is known to call")));
  }

  /** Whether a method asks nobody who they are. */
  static boolean isOpen(MethodDescriptor<?, ?> method) {
    return OPEN.contains(method.getServiceName());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (isOpen(call.getMethodDescriptor())) {
      return next.startCall(call, headers);
    }
    Actor caller = caller(headers).fold(actor -> actor, Authentication::refuse);
    Context context = Context.current().withValue(CALLER, caller);
    return Contexts.interceptCall(context, call, headers, next);
  }

  private Outcome<Actor> caller(Metadata headers) {
    String value = headers.get(AUTHORIZATION);
    if (value == null) {
      return withoutToken
          .map(Outcome::done)
          .orElseGet(() -> unauthenticated("send authorization: Bearer <token>").asOutcome());
    }
    if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return unauthenticated("authorization must be: Bearer <token>").asOutcome();
    }
    return tokens.verify(value.substring(SCHEME.length()).strip());
  }

  private static Actor refuse(Refusal refusal) {
    throw Refusals.asException(refusal);
  }

  private static Refusal unauthenticated(String message) {
    return Refusal.of(Refusal.Code.UNAUTHENTICATED, message);
  }
}
