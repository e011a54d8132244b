package io.witan.web.live;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Narration;
import io.witan.deliberation.domain.Told;
import io.witan.web.problem.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets others watch one deliberation. */
@Path("deliberations/{deliberation_id}/events")
@RequestScoped
@Tag(name = "Live")
public class ProgressResource {
  private final GetDeliberation getDeliberation;
  private final Watchers watchers;

  protected ProgressResource() {
    this(null, null);
  }

  @Inject
  public ProgressResource(GetDeliberation getDeliberation, Watchers watchers) {
    this.getDeliberation = getDeliberation;
    this.watchers = watchers;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Watch a deliberation until it ends (server-sent events)",
      description =
          "Any role. What was recorded comes first, then each turn as it is recorded, whichever"
              + " replica takes it. Events are named progress, the last one end; then the stream"
              + " ends, and who comes back hears the end again. With Last-Event-ID, only what that"
              + " event's reader does not know comes. Who leaves ends the watching only.")
  @APIResponse(
      responseCode = "200",
      description = "Done; each data is a ProgressWire",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(ref = "ProgressWire")))
  public void watch(
      @PathParam("deliberation_id") String id,
      @HeaderParam("Last-Event-ID") @Parameter(description = "The event that was seen last")
          String last,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Narration narration =
        last == null || last.isBlank()
            ? Narration.fromTheBeginning()
            : Narration.after(Told.parse("Last-Event-ID", last));
    Deliberation found = RefusedException.orThrow(getDeliberation.get(new DeliberationId(id)));
    watchers.watch(found.id(), narration, sink, sse);
  }
}
