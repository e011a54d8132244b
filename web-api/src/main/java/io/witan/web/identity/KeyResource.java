package io.witan.web.identity;

import io.witan.identity.port.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys by which others can check our tokens. */
@Path("jwks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class KeyResource {
  private final SigningKeys keys;

  protected KeyResource() {
    this(null);
  }

  @Inject
  public KeyResource(SigningKeys keys) {
    this.keys = keys;
  }

  /** A JSON Web Key Set (RFC 7517). */
  public record KeySetWire(List<KeyWire> keys) {}

  @GET
  @PermitAll
  @Operation(summary = "Read the public keys of our tokens (JWKS)", description = "Open to all.")
  public KeySetWire keys() {
    return new KeySetWire(List.of(KeyWire.from(keys.current())));
  }
}
