package io.witan.web.deliberation;

import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.ForkDeliberation;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.ReplayDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.NothingWire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads and cancels deliberations. */
@Path("deliberations")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliberation")
public class DeliberationResource {
  private static final int LONGEST_WAIT = 30;
  private static final Set<String> ENDS =
      Set.of(
          "deliberation.completed",
          "deliberation.failed",
          "deliberation.fork.completed",
          "deliberation.fork.failed");

  private final GetDeliberation getDeliberation;
  private final CancelDeliberation cancelDeliberation;
  private final ReplayDeliberation replayDeliberation;
  private final ForkDeliberation forkDeliberation;
  private final LongPoll longPoll;
  private final CommandFactory commands;

  protected DeliberationResource() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public DeliberationResource(
      GetDeliberation getDeliberation,
      CancelDeliberation cancelDeliberation,
      ReplayDeliberation replayDeliberation,
      ForkDeliberation forkDeliberation,
      LongPoll longPoll,
      CommandFactory commands) {
    this.getDeliberation = getDeliberation;
    this.cancelDeliberation = cancelDeliberation;
    this.replayDeliberation = replayDeliberation;
    this.forkDeliberation = forkDeliberation;
    this.longPoll = longPoll;
    this.commands = commands;
  }

  @GET
  @Path("{deliberation_id}")
  @Operation(
      summary = "Read a deliberation, or wait for its end",
      description =
          "Any role. With wait_seconds it is answered when it ends or when the time is over. Tokens"
              + " are counted by the model's server: 0 where it does not count.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "DeliberationWire")))
  public void get(
      @PathParam("deliberation_id") String id,
      @QueryParam("wait_seconds") @Parameter(description = "0 to 30; 0 if absent") String wait,
      @Suspended AsyncResponse response) {
    DeliberationId wanted = new DeliberationId(id);
    longPoll.answer(
        response,
        new LongPoll.Wanted<>(
            () -> getDeliberation.get(wanted),
            outcome -> outcome.fold(found -> !found.isOpen(), refusal -> true),
            event -> isEndOf(wanted, event)),
        this::shown,
        seconds(wait));
  }

  private static boolean isEndOf(DeliberationId id, OutboxMessage event) {
    return event.aggregate().id().equals(id.value()) && ENDS.contains(event.subject());
  }

  private Response shown(Outcome<Deliberation> outcome) {
    return Answers.versioned(
        Response.Status.OK,
        outcome,
        found -> DeliberationWire.from(found, getDeliberation.waitOf(found)));
  }

  private static Duration seconds(String wait) {
    try {
      int seconds = wait == null ? 0 : Integer.parseInt(wait);
      if (seconds >= 0 && seconds <= LONGEST_WAIT) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException malformed) {
      throw notSeconds(wait, malformed);
    }
    throw notSeconds(wait, null);
  }

  private static InvalidValue notSeconds(String wait, Exception cause) {
    InvalidValue invalid = new InvalidValue("wait_seconds", wait, "0 to " + LONGEST_WAIT);
    if (cause != null) {
      invalid.addSuppressed(cause);
    }
    return invalid;
  }

  @POST
  @Path("{deliberation_id}/cancellation")
  @Operation(
      summary = "Cancel a deliberation",
      description = "Role: po, architect or developer. What was said stays.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "DeliberationWire")))
  public Response cancel(@PathParam("deliberation_id") String id, NothingWire nothing) {
    return Answers.versioned(
        Response.Status.OK,
        cancelDeliberation.cancel(commands.command(), new DeliberationId(id)),
        DeliberationWire::from);
  }

  @GET
  @Path("{deliberation_id}/replay")
  @Operation(
      summary = "Replay a deliberation without a model",
      description =
          "Any role. Every request is written anew, the recorded answers are read again, and the"
              + " ranking is made anew; both transcripts are compared byte for byte.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ReplayWire")))
  public Response replay(@PathParam("deliberation_id") String id) {
    return Answers.ok(replayDeliberation.replay(new DeliberationId(id)), ReplayWire::from);
  }

  @POST
  @Path("{deliberation_id}/forks")
  @Operation(
      summary = "Fork a deliberation with other models",
      description =
          "Role: po, architect, qa or developer, the one that may start such a deliberation. Turns"
              + " before from_turn are kept, those from there on are taken anew. What comes of it"
              + " changes nothing else.")
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(ref = "DeliberationWire")))
  public Response fork(@PathParam("deliberation_id") String id, ForkWire fork) {
    return Answers.versioned(
        Response.Status.ACCEPTED,
        forkDeliberation.fork(
            commands.command(), new DeliberationId(id), fork.models(), fork.from()),
        DeliberationWire::from);
  }
}
