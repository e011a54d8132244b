package io.witan.web.testing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A request over plain HTTP to this machine, until it is told otherwise. */
public final class FakeRequest {
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private String method = "GET";
  private final Map<String, String> parameters = new HashMap<>();
  private String path;
  private String host = "127.0.0.1";
  private boolean encrypted;
  private Principal principal;

  public static FakeRequest get() {
    return new FakeRequest().header("Host", "127.0.0.1:8080");
  }

  public static FakeRequest post() {
    return get().method("POST");
  }

  public FakeRequest method(String name) {
    method = name;
    return this;
  }

  public FakeRequest header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  public FakeRequest to(String name) {
    host = name;
    return header("Host", name);
  }

  /** What follows the path of the servlet. */
  public FakeRequest path(String rest) {
    path = rest;
    return this;
  }

  public FakeRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public FakeRequest encrypted() {
    encrypted = true;
    return this;
  }

  /** As the container sees it after the authentication. */
  public FakeRequest by(Principal caller) {
    principal = caller;
    return this;
  }

  public FakeRequest cookie(String name, String value) {
    return header("Cookie", name + "=" + value);
  }

  /** The request itself; what is not needed here answers nothing. */
  public HttpServletRequest made() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, asked, arguments) -> answer(asked.getName(), arguments));
  }

  private Object answer(String asked, Object[] arguments) {
    return switch (asked) {
      case "getMethod" -> method;
      case "getServerName" -> host;
      case "isSecure" -> encrypted;
      case "getUserPrincipal" -> principal;
      case "getCookies" -> cookies();
      case "getHeader" -> headers.get(String.valueOf(arguments[0]).toLowerCase(Locale.ROOT));
      case "getPathInfo" -> path;
      case "getRequestURI" -> "/" + path;
      case "getParameter" -> parameters.get(String.valueOf(arguments[0]));
      case "getAttribute" -> attributes.get(String.valueOf(arguments[0]));
      case "setAttribute" -> attributes.put(String.valueOf(arguments[0]), arguments[1]);
      default -> throw new UnsupportedOperationException(asked);
    };
  }

  private Cookie[] cookies() {
    String sent = headers.get("cookie");
    return sent == null
        ? null
        : Stream.of(sent.split("; ", -1))
            .map(cookie -> cookie.split("=", 2))
            .map(sides -> new Cookie(sides[0], sides[1]))
            .toArray(Cookie[]::new);
  }
}
