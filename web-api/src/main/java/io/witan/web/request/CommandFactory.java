package io.witan.web.request;

import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Sha256;
import io.witan.web.json.RecordBodies;
import io.witan.web.problem.RefusedException;
import io.witan.web.trace.Traces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Makes the command envelope of a request out of its headers. */
@RequestScoped
public class CommandFactory {
  private static final String KEY = "Idempotency-Key";

  private final HttpServletRequest request;

  protected CommandFactory() {
    this(null);
  }

  @Inject
  public CommandFactory(HttpServletRequest request) {
    this.request = request;
  }

  /** Who sends the request; a request without a valid token ends here. */
  public Actor actor() {
    return RefusedException.orThrow(Caller.of(request));
  }

  /** Whether the request has an idempotency key. */
  boolean isKeyed() {
    return request.getHeader(KEY) != null;
  }

  /** The envelope of a write. */
  public Command command() {
    return new Command(
        actor(),
        Optional.ofNullable(request.getHeader(KEY)).map(key -> new Idempotency(key, digest())),
        VersionTag.read(request.getHeader("If-Match")),
        Traces.parent(request));
  }

  private String digest() {
    String sent =
        "%s %s?%s %s"
            .formatted(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getAttribute(RecordBodies.DIGEST));
    return Sha256.hex(sent);
  }
}
