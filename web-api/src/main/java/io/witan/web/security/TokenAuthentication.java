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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells the container whom the token of a request proves, and the roles as groups. A wrong token
 * does not end the request here: {@link DefaultDeny} refuses it where a token is needed, as a
 * problem.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {
  private final TokenVerifier verifier;

  protected TokenAuthentication() {
    this(null);
  }

  @Inject
  public TokenAuthentication(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<SentToken> sent = SentToken.of(request);
    if (sent.isEmpty()) {
      return context.doNothing();
    }
    return caller(sent.get(), request)
        .fold(
            actor -> known(context, actor),
            refusal -> {
              Caller.refuse(request, refusal);
              return context.doNothing();
            });
  }

  private Outcome<Actor> caller(SentToken sent, HttpServletRequest request) {
    Outcome<Actor> proven = verifier.verify(sent.value());
    return sent instanceof SentToken.OfSession session
        ? proven.then(actor -> OwnPages.proven(request, session).map(own -> actor))
        : proven;
  }

  private static AuthenticationStatus known(HttpMessageContext context, Actor actor) {
    return context.notifyContainerAboutLogin(
        new Caller(actor),
        actor.roles().stream().map(Role::wire).collect(Collectors.toUnmodifiableSet()));
  }
}
