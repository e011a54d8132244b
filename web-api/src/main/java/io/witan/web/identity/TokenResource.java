package io.witan.web.identity;

import io.witan.identity.application.IssueToken;
import io.witan.web.request.Answers;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives tokens for passwords. */
@Path("tokens")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class TokenResource {
  private final IssueToken issueToken;

  protected TokenResource() {
    this(null);
  }

  @Inject
  public TokenResource(IssueToken issueToken) {
    this.issueToken = issueToken;
  }

  @POST
  @PermitAll
  @Operation(summary = "Get a token for a username and a password", description = "Open to all.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "TokenWire")))
  public Response issue(CredentialsWire credentials) {
    Response answer =
        Answers.ok(
            issueToken.issue(credentials.actor(), credentials.givenPassword()), TokenWire::from);
    CacheControl secret = new CacheControl();
    secret.setNoStore(true);
    return Response.fromResponse(answer).cacheControl(secret).build();
  }
}
