package io.witan.web.calibration;

import io.witan.calibration.application.GetCalibration;
import io.witan.calibration.application.GetCalibration.Wanted;
import io.witan.calibration.application.GetDominance;
import io.witan.calibration.domain.Judge;
import io.witan.deliberation.domain.Purpose;
import io.witan.shared.Outcome;
import io.witan.shared.WireNames;
import io.witan.web.request.Answers;
import io.witan.web.request.ItemsWire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How good judges are, and whether councils are worth their tokens. */
@Path("calibration")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration")
public class CalibrationResource {
  private static final String SVG = "image/svg+xml";
  private static final String NOTHING_BUT_STYLE = "default-src 'none'; style-src 'unsafe-inline'";

  private final GetCalibration getCalibration;
  private final GetDominance getDominance;

  protected CalibrationResource() {
    this(null, null);
  }

  @Inject
  public CalibrationResource(GetCalibration getCalibration, GetDominance getDominance) {
    this.getCalibration = getCalibration;
    this.getDominance = getDominance;
  }

  @GET
  @Operation(
      summary = "List how good each judge is",
      description =
          "Any role. A judge is an agent with its model, a model, or the council of a role; it has"
              + " a row for each purpose for which its predictions have met outcomes.")
  @APIResponse(
      responseCode = "200",
      description = "Done: a list of StandingWire",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("purpose") @Parameter(description = "Such as IMPLEMENT; all if left out")
          String purpose,
      @QueryParam("kind") @Parameter(description = "agent, model or council; all if left out")
          String kind,
      @QueryParam("name") @Parameter(description = "One judge of that name; all if left out")
          String name) {
    return Answers.ok(
        Outcome.done(getCalibration.get(wanted(purpose, kind, name))),
        ItemsWire.list(StandingWire::from));
  }

  @GET
  @Path("chart.svg")
  @Produces(SVG)
  @Operation(
      summary = "Draw how often what got a score was accepted",
      description =
          "Any role. A reliability diagram for each judge that is asked for, those with most"
              + " samples first, at most 12.")
  @APIResponse(responseCode = "200", description = "An SVG image")
  public Response chart(
      @QueryParam("purpose") @Parameter(description = "Such as IMPLEMENT; all if left out")
          String purpose,
      @QueryParam("kind") @Parameter(description = "agent, model or council; all if left out")
          String kind,
      @QueryParam("name") @Parameter(description = "One judge of that name; all if left out")
          String name) {
    return drawing(ReliabilityChart.of(getCalibration.charts(wanted(purpose, kind, name))));
  }

  @GET
  @Path("dominance")
  @Operation(
      summary = "List where councils are worth their tokens",
      description =
          "Any role. For each purpose and role: how often councils, votes and single agents are"
              + " accepted, and for how many tokens.")
  @APIResponse(
      responseCode = "200",
      description = "Done: a list of DominanceWire",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response dominance() {
    return Answers.ok(Outcome.done(getDominance.get()), ItemsWire.list(DominanceWire::from));
  }

  @GET
  @Path("dominance/chart.svg")
  @Produces(SVG)
  @Operation(
      summary = "Draw how often results are accepted, by mode",
      description = "Any role. A row for each purpose and role.")
  @APIResponse(responseCode = "200", description = "An SVG image")
  public Response dominanceChart() {
    return drawing(DominanceChart.of(getDominance.get()));
  }

  static Wanted wanted(String purpose, String kind, String name) {
    return new Wanted(
        given(purpose)
            .map(word -> WireNames.parse(Purpose.values(), Purpose::name, "purpose", word).name()),
        given(kind)
            .map(word -> WireNames.parse(Judge.Kind.values(), Judge.Kind::wire, "kind", word)),
        given(name));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(any -> !any.isBlank());
  }

  private static Response drawing(String svg) {
    return Response.ok(svg).header("Content-Security-Policy", NOTHING_BUT_STYLE).build();
  }
}
