package io.witan.web.live;

import io.witan.shared.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
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
          "Any role. id is the event id, event the subject, data the payload. A comment comes every"
              + " 15 seconds. Events of the past are not repeated: Last-Event-ID is ignored, the"
              + " audit trail has them.")
  public void watch(
      @QueryParam("story_id") @Parameter(description = "Only what belongs to this story")
          String story,
      @Context SseEventSink sink,
      @Context Sse sse) {
    watchers.watch(story == null ? "" : Ids.valid("story_id", story), sink, sse);
  }
}
