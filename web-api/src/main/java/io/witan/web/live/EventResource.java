package io.witan.web.live;

import io.witan.shared.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets others watch what happens. */
@Path("events")
@RequestScoped
@Tag(name = "Live")
public class EventResource {
  private final Watchers watchers;

  protected EventResource() {
    this(null);
  }

  @Inject
  public EventResource(Watchers watchers) {
    this.watchers = watchers;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Watch committed events as they happen (server-sent events)",
      description =
          "Any role. id is the event id, event the subject, data the payload. Every replica tells the"
              + " events of all, those of one aggregate in order. A comment comes every 15 seconds, and"
              + " when NATS is lost or found again; events wait meanwhile. With Last-Event-ID, what"
              + " came after that event comes first, as long as the streams keep it (seven days); of"
              + " the second around it an event may come again, with the same id.")
  public void watch(
      @QueryParam("story_id") @Parameter(description = "Only what belongs to this story")
          String story,
      @HeaderParam("Last-Event-ID") @Parameter(description = "The event that was seen last")
          String last,
      @Context SseEventSink sink,
      @Context Sse sse) {
    watchers.watch(
        story == null ? "" : Ids.valid("story_id", story),
        Optional.ofNullable(last).filter(id -> !id.isBlank()),
        sink,
        sse);
  }
}
