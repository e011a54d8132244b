package io.witan.web.outbox;

import io.witan.ledger.application.ListParkedEvents;
import io.witan.ledger.application.RetryParkedEvent;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.PageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets administrators see what cannot be sent, and have it sent again. */
@Path("parked-events")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class ParkedEventResource {
  private final ListParkedEvents listParkedEvents;
  private final RetryParkedEvent retryParkedEvent;
  private final CommandFactory commands;

  protected ParkedEventResource() {
    this(null, null, null);
  }

  @Inject
  public ParkedEventResource(
      ListParkedEvents listParkedEvents,
      RetryParkedEvent retryParkedEvent,
      CommandFactory commands) {
    this.listParkedEvents = listParkedEvents;
    this.retryParkedEvent = retryParkedEvent;
    this.commands = commands;
  }

  @GET
  @Operation(
      summary = "List the events that NATS does not take, with the reason",
      description = "Role: admin. Oldest first. Events that wait for NATS are not among them.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
    return Answers.ok(
        listParkedEvents.list(commands.actor(), PageQuery.of(limit, after)),
        ItemsWire.page(ParkedEventWire::from));
  }

  @POST
  @Path("retry")
  @Operation(
      summary = "Have a parked event sent again",
      description =
          "Role: admin. It waits to be sent, after what was sent of the same aggregate meanwhile; if"
              + " NATS still does not take it, it is parked again. Audited on the chain of the one"
              + " who acts (kind actor).")
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(ref = "RetryWire")))
  public Response retry(RetryWire retry) {
    return Answers.accepted(
        retryParkedEvent.retry(commands.command(), retry.required()), RetryWire::new);
  }
}
