package io.witan.web.testing;

import io.witan.web.request.Caller;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stands for the container: remembers whom an authentication tells it of. */
public final class HeardByContainer {
  private Optional<Caller> caller = Optional.empty();
  private Set<String> groups = Set.of();

  public Optional<Caller> caller() {
    return caller;
  }

  public Set<String> groups() {
    return groups;
  }

  public void forget() {
    caller = Optional.empty();
  }

  /** What the authentication is given; what is not needed here answers nothing. */
  public HttpMessageContext context() {
    return (HttpMessageContext)
        Proxy.newProxyInstance(
            HeardByContainer.class.getClassLoader(),
            new Class<?>[] {HttpMessageContext.class},
            (proxy, told, arguments) ->
                switch (told.getName()) {
                  case "doNothing" -> AuthenticationStatus.NOT_DONE;
                  case "notifyContainerAboutLogin" -> login(arguments);
                  default -> throw new UnsupportedOperationException(told.getName());
                });
  }

  private AuthenticationStatus login(Object[] arguments) {
    caller = Optional.of((Caller) arguments[0]);
    groups =
        ((Set<?>) arguments[1])
            .stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    return AuthenticationStatus.SUCCESS;
  }
}
