package io.witan.web.security;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites from using the session of somebody who visits them. What only reads is let
 * through: no other site can see the answer.
 */
public final class OwnPages {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private OwnPages() {}

  /** The request itself, unless the browser says that another site's page makes it. */
  public static Outcome<HttpServletRequest> only(HttpServletRequest request) {
    return isFromAnotherSite(request)
        ? forbidden(
            "a session is for pages of this server: send the header Authorization: Bearer <token>"
                + " from elsewhere")
        : Outcome.done(request);
  }

  /** The request itself, if it only reads or proves to come from a page of ours. */
  static Outcome<HttpServletRequest> proven(
      HttpServletRequest request, SentToken.OfSession session) {
    if (READING.contains(request.getMethod())) {
      return Outcome.done(request);
    }
    return only(request).then(own -> withItsToken(own, session));
  }

  private static Outcome<HttpServletRequest> withItsToken(
      HttpServletRequest request, SentToken.OfSession session) {
    String sent = request.getHeader(CsrfToken.HEADER);
    if (sent == null) {
      return forbidden(
          "%s in a session needs the header %s: send csrf_token of GET /api/v1/session in it"
              .formatted(request.getMethod(), CsrfToken.HEADER));
    }
    return CsrfToken.of(session).isSentAs(sent)
        ? Outcome.done(request)
        : forbidden(
            "the header %s is not the one of this session: read csrf_token of GET /api/v1/session"
                .formatted(CsrfToken.HEADER));
  }

  /** Browsers name the site of the page; older ones, and those without TLS, its origin. */
  private static boolean isFromAnotherSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !OWN.contains(site);
    }
    return Optional.ofNullable(request.getHeader("Origin"))
        .filter(origin -> !authority(origin).equals(request.getHeader("Host")))
        .isPresent();
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static <T> Outcome<T> forbidden(String message) {
    return Refusal.of(Refusal.Code.FORBIDDEN, message).asOutcome();
  }
}
