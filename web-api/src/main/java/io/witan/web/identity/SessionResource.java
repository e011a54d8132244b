package io.witan.web.identity;

import io.witan.identity.application.IssueToken;
import io.witan.identity.domain.IssuedToken;
import io.witan.shared.Actor;
import io.witan.web.problem.RefusedException;
import io.witan.web.request.CommandFactory;
import io.witan.web.security.CsrfToken;
import io.witan.web.security.OwnPages;
import io.witan.web.security.SentToken;
import io.witan.web.security.SessionCookie;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets a browser log in and out: the token lies in a cookie that no script can read. */
@Path("session")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class SessionResource {
  private final IssueToken issueToken;
  private final CommandFactory commands;
  private final HttpServletRequest request;

  protected SessionResource() {
    this(null, null, null);
  }

  @Inject
  public SessionResource(
      IssueToken issueToken, CommandFactory commands, HttpServletRequest request) {
    this.issueToken = issueToken;
    this.commands = commands;
    this.request = request;
  }

  @POST
  @PermitAll
  @Operation(
      summary = "Log in with a username and a password",
      description =
          "Open to all. Sets a cookie that only this server gets, from pages of its own; it ends"
              + " with the token in it.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "SessionWire")))
  public Response logIn(CredentialsWire credentials) {
    IssuedToken token =
        RefusedException.orThrow(
            OwnPages.only(request)
                .then(own -> issueToken.issue(credentials.actor(), credentials.givenPassword())));
    CsrfToken csrf = CsrfToken.of(new SentToken.OfSession(token.token()));
    Actor actor = new Actor(credentials.actor(), token.roles());
    return with(
        SessionCookie.of(request).with(token.token(), token.lifetime()),
        Response.ok(SessionWire.of(actor, Optional.of(csrf))));
  }

  @GET
  @Operation(
      summary = "Who is logged in",
      description = "Any role. csrf_token is what X-CSRF-Token must hold in a session.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "SessionWire")))
  public Response read() {
    Optional<CsrfToken> csrf =
        SentToken.of(request)
            .filter(SentToken.OfSession.class::isInstance)
            .map(SentToken.OfSession.class::cast)
            .map(CsrfToken::of);
    return Response.ok(SessionWire.of(commands.actor(), csrf))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Operation(
      summary = "Log out",
      description = "Any role. Takes the cookie away; the token in it ends in its own time.")
  @APIResponse(responseCode = "204", description = "Done")
  public Response logOut() {
    return with(SessionCookie.of(request).gone(), Response.noContent());
  }

  private static Response with(String cookie, Response.ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.SET_COOKIE, cookie)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
