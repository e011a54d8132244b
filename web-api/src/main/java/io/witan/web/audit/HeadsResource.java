package io.witan.web.audit;

import io.witan.ledger.port.SignedHeads;
import io.witan.shared.InvalidValue;
import io.witan.web.request.PageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands out the signed heads of all chains, so that others can keep them, and checks them. */
@Path("audit/heads")
@RequestScoped
@Tag(name = "Audit")
public class HeadsResource {
  static final String JSON_LINES = "application/jsonl";

  private final SignedHeads heads;

  protected HeadsResource() {
    this(null);
  }

  @Inject
  public HeadsResource(SignedHeads heads) {
    this.heads = heads;
  }

  @GET
  @Produces(JSON_LINES)
  @Operation(
      summary = "Read the signed heads of audit chains, batch by batch (JSON lines)",
      description =
          "Any role. Each line is a batch as it was exported: keep it elsewhere, byte for byte. The"
              + " signature is a JWS with detached content, which is what stands under 'signed'; its"
              + " key is at /api/v1/jwks. 'previous' is SHA-256 (hex) of the line before. The header"
              + " Link names the next page, while there is one.")
  public Response read(
      @QueryParam("limit") @Parameter(description = "How many batches, 1 to 500; 100 if left out")
          String limit,
      @QueryParam("after") @Parameter(description = "The number of a batch; 0 for the beginning")
          String after,
      @Context UriInfo uri) {
    int most = PageQuery.of(limit, null).size();
    long start = number(after);
    StreamingOutput lines = output -> heads.read(start, most, line -> write(output, line));
    Response.ResponseBuilder answer = Response.ok(lines);
    if (heads.batches() > start + most) {
      answer.link(
          uri.getRequestUriBuilder().replaceQueryParam("after", start + most).build(), "next");
    }
    return answer.build();
  }

  private static void write(OutputStream output, String line) {
    try {
      output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @GET
  @Path("verification")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Check signed heads, and all entries of chains that they vouch for",
      description =
          "Any role. Every batch must be signed and name the one before, and every chain must have"
              + " the entries that it had when they were signed. Up to the first place that does not"
              + " hold; 'next' is where the following page starts.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "HeadsVerificationWire")))
  public HeadsVerificationWire verify(
      @QueryParam("limit") @Parameter(description = "How many batches, 1 to 500; 100 if left out")
          String limit,
      @QueryParam("after") @Parameter(description = "The number of a batch; 0 for the beginning")
          String after) {
    int most = PageQuery.of(limit, null).size();
    long start = number(after);
    return HeadsVerificationWire.from(
        heads.verify(start, most), start + most, heads.batches() > start + most);
  }

  private static long number(String after) {
    if (after == null || after.isEmpty()) {
      return 0;
    }
    if (!after.matches("\\d{1,9}")) {
      throw new InvalidValue("after", after, "the number of a batch");
    }
    return Long.parseLong(after);
  }
}
