package io.witan.web.problem;

import io.witan.neo4j.GraphException;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import io.witan.web.json.OversizedBody;
import io.witan.web.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a problem of whatever a resource, a filter or JAX-RS itself throws. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ThrowableMapper.class.getName());

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    String trace = Traces.of(request);
    if (thrown instanceof RefusedException refused) {
      return Problems.of(refused.refusal(), trace);
    }
    if (thrown instanceof InvalidValue invalid) {
      return Problems.of(invalid.refusal(), trace);
    }
    if (thrown instanceof OversizedBody oversized) {
      return Problems.with(HttpProblems.oversized(oversized.getMessage(), trace)).build();
    }
    if (thrown instanceof GraphException graph && graph.isUnavailable()) {
      return unavailable(graph, trace);
    }
    if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() != 500) {
      return HttpProblems.of(http, request, trace);
    }
    return Problems.with(Problems.incident(thrown, trace)).build();
  }

  private static Response unavailable(GraphException graph, String trace) {
    LOG.log(Level.WARNING, "Neo4j does not answer: {0}", graph.getMessage());
    LOG.log(Level.FINE, "Neo4j does not answer", graph);
    return Problems.of(
        Refusal.of(Refusal.Code.UNAVAILABLE, "the store cannot be reached: try again"), trace);
  }
}
