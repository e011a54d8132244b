package io.witan.web.security;

import io.witan.identity.port.TokenVerifier;
import io.witan.shared.Actor;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.web.request.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells the container whom the bearer token proves. A wrong token does not end the request here:
 * {@link DefaultDeny} refuses it where a token is needed, as a problem.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
  private static final String SCHEME = "bearer ";

  private final TokenVerifier verifier;

  protected BearerAuthentication() {
    this(null);
  }

  @Inject
  public BearerAuthentication(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<String> token = token(request.getHeader("Authorization"));
    if (token.isEmpty()) {
      return context.doNothing();
    }
    Outcome<Actor> checked = verifier.verify(token.get());
    Caller.remember(request, checked);
    return checked.fold(actor -> known(context, actor), refusal -> context.doNothing());
  }

  private static AuthenticationStatus known(HttpMessageContext context, Actor actor) {
    return context.notifyContainerAboutLogin(
        actor.id().value(),
        actor.roles().stream().map(Role::wire).collect(Collectors.toUnmodifiableSet()));
  }

  static Optional<String> token(String header) {
    return Optional.ofNullable(header)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()).strip());
  }
}
