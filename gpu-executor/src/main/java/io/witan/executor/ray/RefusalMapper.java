package io.witan.executor.ray;

import io.witan.executor.chat.Quotes;
import io.witan.executor.chat.RetryAfter;
import io.witan.executor.chat.Secret;
import io.witan.executor.ray.RayTrouble.Kind;
import io.witan.json.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Tells what a status that is no success means; the token is in no message. */
final class RefusalMapper implements ResponseExceptionMapper<RayTrouble> {
  /** What is said where no application is, or one that is still being deployed. */
  private static final String NO_ROUTE = "Not Found";

  private final String cluster;
  private final Secret token;
  private final Clock clock;

  RefusalMapper(String cluster, Secret token, Clock clock) {
    this.cluster = cluster;
    this.token = token;
    this.clock = clock;
  }

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status < 200 || status >= 300;
  }

  @Override
  public RayTrouble toThrowable(Response response) {
    int status = response.getStatus();
    String text = text(response);
    Optional<String> detail = detail(text);
    String said =
        "%s: HTTP %d %s".formatted(cluster, status, Quotes.line(token.hideIn(detail.orElse(text))));
    return new RayTrouble(
        kind(status, detail), hint(status) + said.strip(), retryAfter(response), null);
  }

  private static Kind kind(int status, Optional<String> detail) {
    return switch (status) {
      case 400, 413, 422 -> Kind.INVALID;
      case 404 ->
          detail.filter(reason -> !reason.equals(NO_ROUTE)).isPresent() ? Kind.UNKNOWN : Kind.BUSY;
      case 429, 503 -> Kind.BUSY;
      default -> status >= 500 ? Kind.BROKEN : Kind.SHUT;
    };
  }

  private static String hint(int status) {
    return status == 401 || status == 403
        ? "the token of witan.ray.token-file is not accepted, "
        : "";
  }

  private Optional<Duration> retryAfter(Response response) {
    return Optional.ofNullable(response.getHeaderString(RetryAfter.HEADER))
        .flatMap(header -> RetryAfter.of(header, clock.instant()));
  }

  /** The reason that the application gives. A proxy in between says what it likes. */
  private static Optional<String> detail(String text) {
    try {
      return Optional.ofNullable(JsonText.object(text).get("detail"))
          .map(told -> told instanceof JsonString reason ? reason.getString() : told.toString());
    } catch (JsonException notTheApplication) {
      return Optional.empty();
    }
  }

  private static String text(Response response) {
    try {
      return response.readEntity(String.class);
    } catch (ProcessingException | IllegalStateException unreadable) {
      return "";
    }
  }
}
