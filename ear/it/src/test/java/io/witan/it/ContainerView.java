package io.witan.it;

import io.witan.shared.Role;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Deployed with the product to tell what the container itself knows of a caller. */
@WebServlet(ContainerView.PATH)
public class ContainerView extends HttpServlet {
  static final String PATH = "/container-view";
  static final String[] ALL_ROLES =
      Arrays.stream(Role.values()).map(Role::wire).toArray(String[]::new);

  private static final long serialVersionUID = 1L;

  @Inject private transient SecurityContext security;

  /** What is told of a caller with these roles. */
  static String seen(String name, Stream<String> roles) {
    return name + " " + roles.toList();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name =
        Optional.ofNullable(security.getCallerPrincipal()).map(Principal::getName).orElse("nobody");
    response.getWriter().write(seen(name, Stream.of(ALL_ROLES).filter(security::isCallerInRole)));
  }
}
