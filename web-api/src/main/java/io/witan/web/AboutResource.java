package io.witan.web;

import io.witan.deliberation.port.TurnRunner;
import io.witan.web.docs.BuildFacts;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what answers here: its version, and who takes the turns of deliberations. */
@Path("about")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "About")
public class AboutResource {
  private final TurnRunner runner;

  protected AboutResource() {
    this(null);
  }

  @Inject
  public AboutResource(TurnRunner runner) {
    this.runner = runner;
  }

  /** Name and version of this server, and who takes turns. */
  public record AboutWire(String name, String version, String runner, String model) {}

  @GET
  @PermitAll
  @Operation(summary = "See what answers here", description = "Open to all.")
  public AboutWire about() {
    return new AboutWire("witan", BuildFacts.version(), runner.name(), runner.model());
  }
}
