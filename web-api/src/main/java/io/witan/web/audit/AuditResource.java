package io.witan.web.audit;

import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.PastState;
import io.witan.ledger.port.AuditTrail;
import io.witan.ledger.port.SignedHeads;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.web.request.Answers;
import io.witan.web.request.ItemsWire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done to one thing, by whom, and whether anybody rewrote it. */
@Path("audit/{kind}/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
  private final AuditTrail trail;
  private final SignedHeads heads;

  protected AuditResource() {
    this(null, null);
  }

  @Inject
  public AuditResource(AuditTrail trail, SignedHeads heads) {
    this.trail = trail;
    this.heads = heads;
  }

  @GET
  @Operation(
      summary = "Read an audit chain, oldest entry first",
      description =
          "Any role. Kinds: project, epic, story, plan, decision, derivation, judgement, task, workflow,"
              + " ceremony, deliberation, user, actor, export.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response read(@PathParam("kind") String kind, @PathParam("id") String id) {
    return Answers.ok(entries(AuditKind.parse(kind), id), ItemsWire.list(AuditEntryWire::from));
  }

  private Outcome<List<AuditEntry>> entries(AuditKind kind, String id) {
    List<AuditEntry> entries = trail.of(kind.of(id));
    return entries.isEmpty()
        ? Refusal.notFound(kind.wire(), id).asOutcome()
        : Outcome.done(entries);
  }

  @GET
  @Path("history/{sequence}")
  @Operation(
      summary = "Read what a thing was after one of its changes",
      description =
          "Any role. From the entries of its chain, up to and with the one of that sequence: the"
              + " version that the thing had then.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "PastStateWire")))
  public Response at(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @PathParam("sequence") String sequence) {
    if (!sequence.matches("[1-9]\\d{0,8}")) {
      throw new InvalidValue("sequence", sequence, "the number of an entry, from 1");
    }
    return Answers.ok(
        past(AuditKind.parse(kind), id, Long.parseLong(sequence)), PastStateWire::from);
  }

  private Outcome<PastState> past(AuditKind kind, String id, long sequence) {
    return trail
        .at(kind.of(id), sequence)
        .map(Outcome::done)
        .orElseGet(() -> entries(kind, id).then(all -> behind(all.size(), kind, id, sequence)));
  }

  private static Outcome<PastState> behind(int last, AuditKind kind, String id, long sequence) {
    return Refusal.of(
            Refusal.Code.NOT_FOUND,
            "there is no entry %d of %s %s: the last is %d"
                .formatted(sequence, kind.wire(), id, last))
        .asOutcome();
  }

  @GET
  @Path("verification")
  @Operation(
      summary = "Check an audit chain, link by link and against the signed heads",
      description =
          "Any role. Every entry must have its hash, and the hash of the one before; the thing itself"
              + " must be what its entries tell of it, property by property; and every head that was"
              + " signed must still be in the chain.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "VerificationWire")))
  public Response verify(@PathParam("kind") String kind, @PathParam("id") String id) {
    AuditKind known = AuditKind.parse(kind);
    return Answers.ok(verdict(known, id), VerificationWire::from);
  }

  private Outcome<ChainVerdict> verdict(AuditKind kind, String id) {
    ChainVerdict verdict = heads.verify(List.of(kind.of(id))).get(0);
    return verdict.isAboutNothing()
        ? Refusal.notFound(kind.wire(), id).asOutcome()
        : Outcome.done(verdict);
  }
}
