package io.witan.web.planning;

import io.witan.planning.application.ListDerivations;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.DerivationRepository.Filter;
import io.witan.shared.Outcome;
import io.witan.web.request.Answers;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.ListQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The derivations of all plans; those that failed wait for a person. */
@Path("derivations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class DerivationResource {
  private final ListDerivations listDerivations;

  protected DerivationResource() {
    this(null);
  }

  @Inject
  public DerivationResource(ListDerivations listDerivations) {
    this.listDerivations = listDerivations;
  }

  @GET
  @Operation(
      summary = "List derivations of tasks, oldest first unless sorted",
      description = "Any role. status=FAILED lists those that wait for a person.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("status") String status,
      @QueryParam("story_id") String story,
      @BeanParam ListQuery query) {
    Filter filter =
        new Filter(
            Optional.ofNullable(status).map(value -> DerivationStatus.parse("status", value)),
            Optional.ofNullable(story).map(StoryId::new));
    return Answers.ok(
        Outcome.done(listDerivations.list(filter, query.page())),
        ItemsWire.page(DerivationWire::from));
  }
}
