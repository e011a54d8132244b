package io.witan.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The cookie that carries a token while somebody is logged in. No script reads it, and no other
 * site's page makes the browser send it.
 *
 * <p>It is kept to encrypted connections, and then bound to this host by its name (RFC 6265bis,
 * {@code __Host-}). The one exception is plain HTTP on the machine itself, where there is no
 * certificate and no wire.
 */
public record SessionCookie(boolean secure) {
  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

  /** The cookie as it is for the connection of a request; TLS may end at a proxy. */
  public static SessionCookie of(HttpServletRequest request) {
    return new SessionCookie(
        request.isSecure()
            || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
            || !LOOPBACK.contains(request.getServerName()));
  }

  public String name() {
    return secure ? "__Host-witan-session" : "witan-session";
  }

  /** The header {@code Set-Cookie} that starts a session. */
  public String with(String token, Duration lifetime) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(name(), token, lifetime.toSeconds(), secure ? "; Secure" : "");
  }

  /** The header {@code Set-Cookie} that ends it. */
  public String gone() {
    return with("", Duration.ZERO);
  }

  Optional<String> in(Cookie[] cookies) {
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(name()) && !cookie.getValue().isEmpty())
        .map(Cookie::getValue)
        .findFirst();
  }
}
