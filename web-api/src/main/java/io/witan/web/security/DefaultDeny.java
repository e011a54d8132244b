package io.witan.web.security;

import io.witan.shared.Actor;
import io.witan.shared.Outcome;
import io.witan.web.problem.Problems;
import io.witan.web.request.Caller;
import io.witan.web.trace.Traces;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Lets a request pass that proves its sender, or whose operation is marked {@code @PermitAll}. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class DefaultDeny implements ContainerRequestFilter {
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    if (isOpen(resource.getResourceMethod())) {
      return;
    }
    Outcome<Actor> caller = Caller.of(request);
    caller.fold(
        actor -> context,
        refusal -> {
          context.abortWith(Problems.of(refusal, Traces.of(request)));
          return context;
        });
  }

  static boolean isOpen(Method operation) {
    return operation != null && operation.isAnnotationPresent(PermitAll.class);
  }
}
