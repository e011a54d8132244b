package io.witan.web.metrics;

import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.web.problem.ServletProblems;
import io.witan.web.request.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the server's metrics to those who run it. The server puts its page into the application
 * that has the root path, and asks nobody who they are.
 */
@WebFilter({"/metrics", "/metrics/*"})
public class MetricsGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final boolean open;

  @Inject
  public MetricsGuard(@ConfigProperty(name = "witan.metrics.open") boolean open) {
    this.open = open;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!open && reader(request) instanceof Outcome.Refused<Actor> refused) {
      ServletProblems.send(refused.refusal(), request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static Outcome<Actor> reader(HttpServletRequest request) {
    return Caller.of(request)
        .then(caller -> Command.by(caller).allowed("read metrics", Role.DEVOPS, Role.ADMIN));
  }
}
