package io.witan.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while gRPC should listen and cannot. */
@Readiness
@ApplicationScoped
public class GrpcReadiness implements HealthCheck {

  private final GrpcServer server;

  @Inject
  GrpcReadiness(GrpcServer server) {
    this.server = server;
  }

  /** For the proxy that CDI makes. */
  GrpcReadiness() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    return server
        .trouble()
        .map(why -> response(Status.DOWN, "reason", why))
        .orElseGet(() -> response(Status.UP, "ports", server.ports().toString()));
  }

  private static HealthCheckResponse response(Status status, String name, String value) {
    return new HealthCheckResponse("grpc", status, Optional.of(Map.of(name, value)));
  }
}
