package io.witan.web.audit;

import io.witan.json.JsonText;
import io.witan.ledger.application.ExportTrail;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.EntryFilter;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands out all entries of audit chains, so that others can keep and check them. */
@Path("audit/export")
@RequestScoped
@Tag(name = "Audit")
public class ExportResource {
  static final String JSON_LINES = "application/x-ndjson";

  private final ExportTrail exportTrail;

  protected ExportResource() {
    this(null);
  }

  @Inject
  public ExportResource(ExportTrail exportTrail) {
    this.exportTrail = exportTrail;
  }

  @GET
  @Produces(JSON_LINES)
  @Operation(
      summary = "Export the entries of audit chains, one to a line (JSON lines)",
      description =
          "Any role. Kind by kind, chain by chain, each from its oldest entry on. 'body' is text:"
              + " the canonical JSON (RFC 8785) whose SHA-256 (hex, of its UTF-8 bytes) is 'hash';"
              + " 'previous' in it is the hash of the entry before, empty for the first. The answer is"
              + " sent while it is read.")
  public Response export(
      @QueryParam("kind")
          @Parameter(description = "A kind of things, such as story; all if left out")
          String kind,
      @QueryParam("id") @Parameter(description = "One of that kind; all if left out") String id,
      @QueryParam("since")
          @Parameter(
              description = "A time such as 2026-03-01T10:00:00Z; from the first if left out")
          String since) {
    Optional<String> one = given(id).map(text -> Ids.valid("id", text));
    if (one.isPresent() && given(kind).isEmpty()) {
      throw new InvalidValue("kind", kind, "the kind of what has the id, such as story");
    }
    Optional<Instant> start = given(since).map(text -> Times.parse("since", text));
    List<String> kinds =
        given(kind)
            .map(name -> List.of(AuditKind.parse(name).inLedger()))
            .orElseGet(AuditKind::all);
    StreamingOutput lines =
        output ->
            kinds.forEach(
                each ->
                    exportTrail.export(
                        new EntryFilter(each, one, start), entry -> write(output, entry)));
    return Response.ok(lines).build();
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(any -> !any.isEmpty());
  }

  private static void write(OutputStream output, AuditEntry entry) {
    try {
      output.write((line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  static String line(AuditEntry entry) {
    return JsonText.object()
        .add("kind", AuditKind.nameOf(entry.aggregate()))
        .add("id", entry.aggregate().id())
        .add("sequence", entry.sequence())
        .add("at", entry.at().toString())
        .add("actor", entry.actor())
        .add("action", entry.action())
        .add("previous", entry.previous())
        .add("hash", entry.hash())
        .add("body", entry.body())
        .build()
        .toString();
  }
}
