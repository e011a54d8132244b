package io.witan.web.request;

import io.witan.shared.Actor;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who sends a request. The authentication leaves its result on the request, where everything later
 * finds it.
 */
public final class Caller {
  private static final String ATTRIBUTE = "io.witan.web.caller";
  private static final Refusal NO_TOKEN =
      Refusal.of(
          Refusal.Code.UNAUTHENTICATED,
          "this needs a token: send the header Authorization: Bearer <token> from POST"
              + " /api/v1/tokens");

  private Caller() {}

  /** Leaves what the check of the token said. */
  public static void remember(HttpServletRequest request, Outcome<Actor> checked) {
    request.setAttribute(ATTRIBUTE, checked);
  }

  /** The actor; {@code UNAUTHENTICATED} without a token or with a wrong one. */
  public static Outcome<Actor> of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Outcome<?> checked) {
      return checked.map(Actor.class::cast);
    }
    return NO_TOKEN.asOutcome();
  }
}
