package io.witan.web.problem;

import io.witan.web.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/**
 * Gives a refusal without a body its problem. JAX-RS makes such ones by itself, past all exception
 * mappers; the server would answer them with a page for people.
 */
@Provider
public class BareRefusals implements ContainerResponseFilter {
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
    int status = answer.getStatus();
    if (status >= 400 && status < 500 && !answer.hasEntity()) {
      Response.StatusType info = answer.getStatusInfo();
      answer.setEntity(
          HttpProblems.bare(status, info.getReasonPhrase(), request, Traces.of(request)),
          new Annotation[0],
          MediaType.valueOf(Problem.MEDIA_TYPE));
    }
  }
}
