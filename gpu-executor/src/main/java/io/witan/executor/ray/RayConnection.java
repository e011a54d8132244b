package io.witan.executor.ray;

import io.witan.executor.chat.Secret;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Makes the client of a cluster. */
final class RayConnection {
  /** The longest that a call asks the cluster to wait. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** How long a cluster may be silent beyond what it was asked to wait. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private RayConnection() {}

  /**
   * A client that follows no redirect, so that the token goes nowhere else, and reads no more than
   * so many bytes of an answer.
   */
  static RayServe to(
      ClusterAddress address, Secret token, int mostBytes, ExecutorService threads, Clock clock) {
    return RestClientBuilder.newBuilder()
        .baseUri(address.url())
        .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(LONGEST_WAIT.plus(SILENCE).toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .executorService(threads)
        .property("microprofile.rest.client.disable.default.mapper", true)
        .register(headers(token))
        .register(new BoundedAnswer(mostBytes))
        .register(new RefusalMapper(address.name(), token, clock))
        .build(RayServe.class);
  }

  /** With the token, and without the header of a trace where there is none: it would be empty. */
  private static ClientRequestFilter headers(Secret token) {
    return request -> {
      MultivaluedMap<String, Object> headers = request.getHeaders();
      headers.putSingle(HttpHeaders.AUTHORIZATION, token.authorization());
      if ("".equals(request.getHeaderString(RayServe.TRACE))) {
        headers.remove(RayServe.TRACE);
      }
    };
  }
}
