package io.witan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The token that a request brings. Of two, the one in the header counts. */
public sealed interface SentToken {
  String value();

  /** In the header {@code Authorization}: only who holds the token can send it. */
  record Bearer(String value) implements SentToken {
    private static final String SCHEME = "bearer ";

    static Optional<SentToken> in(String header) {
      return Optional.ofNullable(header)
          .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
          .map(text -> new Bearer(text.substring(SCHEME.length()).strip()));
    }

    @Override
    public String toString() {
      return "a bearer token";
    }
  }

  /** In the cookie of a session: the browser sends it, whichever page asks. */
  record OfSession(String value) implements SentToken {
    @Override
    public String toString() {
      return "the token of a session";
    }
  }

  /** The token of the request, if there is one. */
  static Optional<SentToken> of(HttpServletRequest request) {
    return Bearer.in(request.getHeader("Authorization"))
        .or(() -> SessionCookie.of(request).in(request.getCookies()).map(OfSession::new));
  }
}
