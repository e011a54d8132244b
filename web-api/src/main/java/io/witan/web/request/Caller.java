package io.witan.web.request;

import io.witan.shared.Actor;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who sends a request: the principal that the container knows after the authentication, with the
 * actor that the token proves.
 */
public final class Caller extends CallerPrincipal {
  private static final long serialVersionUID = 1L;
  private static final String REFUSAL = "io.witan.web.refused-caller";
  private static final Refusal NO_TOKEN =
      Refusal.of(
          Refusal.Code.UNAUTHENTICATED,
          "this needs a token: send the header Authorization: Bearer <token> from POST"
              + " /api/v1/tokens, or log in at /api/login");

  private final transient Actor actor;

  public Caller(Actor actor) {
    super(actor.id().value());
    this.actor = actor;
  }

  /** Leaves on the request why nobody is known to send it. */
  public static void refuse(HttpServletRequest request, Refusal refusal) {
    request.setAttribute(REFUSAL, refusal);
  }

  /** The actor; {@code UNAUTHENTICATED} without a token, else why it was not accepted. */
  public static Outcome<Actor> of(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof Caller known) {
      return Outcome.done(known.actor);
    }
    return request.getAttribute(REFUSAL) instanceof Refusal refusal
        ? refusal.asOutcome()
        : NO_TOKEN.asOutcome();
  }
}
