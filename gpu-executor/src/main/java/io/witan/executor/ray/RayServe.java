package io.witan.executor.ray;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;

/**
 * The application on a Ray cluster, as MicroProfile Rest Client calls it. Bodies are text, so that
 * what is not whole or no JSON is seen in one place. What is no success ends with {@link
 * RayTrouble}.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface RayServe {
  String TRACE = "traceparent";

  /**
   * Sends a turn, or joins the one with its key; says at once how it stands.
   *
   * @param place where the turn belongs in a trace (W3C Trace Context); null when nowhere
   */
  @POST
  @Path("turns")
  CompletionStage<String> submit(@HeaderParam(TRACE) String place, String turn);

  /**
   * What is known of a turn.
   *
   * @param wait seconds, 0 to 30, that the answer waits for the end of the turn
   */
  @GET
  @Path("turns/{key}")
  CompletionStage<String> turn(@PathParam("key") String key, @QueryParam("wait") double wait);

  /** Ends a turn. */
  @DELETE
  @Path("turns/{key}")
  CompletionStage<String> cancel(@PathParam("key") String key);

  /** How full the cluster is. */
  @GET
  @Path("stats")
  CompletionStage<String> stats();

  /** Whether it can take turns at all. */
  @GET
  @Path("health")
  CompletionStage<String> health();
}
