package io.witan.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
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
        .map(why -> HealthCheckResponse.named("grpc").down().withData("reason", why).build())
        .orElseGet(
            () ->
                HealthCheckResponse.named("grpc")
                    .up()
                    .withData("ports", server.ports().toString())
                    .build());
  }
}
