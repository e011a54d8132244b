package io.witan.web.audit;

import io.witan.ledger.application.VerifyTrail;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.port.SignedHeads;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.web.request.Answers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks the audit trail as a whole, or as much of it as is asked for. */
@Path("audit/verify")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class TrailResource {
  private final VerifyTrail verifyTrail;
  private final SignedHeads heads;

  protected TrailResource() {
    this(null, null);
  }

  @Inject
  public TrailResource(VerifyTrail verifyTrail, SignedHeads heads) {
    this.verifyTrail = verifyTrail;
    this.heads = heads;
  }

  @GET
  @Operation(
      summary = "Check the whole audit trail, and name the first thing that does not hold",
      description =
          "Any role. All signed heads with the entries that they vouch for; then every chain, link"
              + " by link, and that each thing is what its entries tell of it. With a kind, the"
              + " chains of that kind only; with a kind and an id, that one chain against the signed"
              + " heads that name it. It takes the longer the more there is.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "TrailVerificationWire")))
  public Response verify(
      @QueryParam("kind")
          @Parameter(description = "A kind of things, such as story; all if left out")
          String kind,
      @QueryParam("id") @Parameter(description = "One of that kind; all if left out") String id) {
    boolean isOne = id != null && !id.isEmpty();
    if (kind == null || kind.isEmpty()) {
      if (isOne) {
        throw new InvalidValue("kind", kind, "the kind of what has the id, such as story");
      }
      return Response.ok(TrailVerificationWire.from(verifyTrail.verify(AuditKind.all()))).build();
    }
    AuditKind known = AuditKind.parse(kind);
    return isOne
        ? Answers.ok(one(known, id), TrailVerificationWire::from)
        : Response.ok(TrailVerificationWire.from(verifyTrail.verify(List.of(known.inLedger()))))
            .build();
  }

  private Outcome<ChainVerdict> one(AuditKind kind, String id) {
    ChainVerdict verdict = heads.verify(List.of(kind.of(id))).get(0);
    return verdict.isAboutNothing()
        ? Refusal.notFound(kind.wire(), id).asOutcome()
        : Outcome.done(verdict);
  }
}
