package io.witan.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the settings of the server from MicroProfile Config. */
@ApplicationScoped
class GrpcConfiguration {

  @Produces
  @Dependent
  GrpcSettings settings(
      @ConfigProperty(name = "witan.grpc.enabled") boolean enabled,
      @ConfigProperty(name = "witan.grpc.address") String address,
      @ConfigProperty(name = "witan.grpc.ports") List<Integer> ports,
      @ConfigProperty(name = "witan.grpc.max-message-bytes") int maxMessageBytes,
      @ConfigProperty(name = "witan.grpc.grace-seconds") int graceSeconds,
      @ConfigProperty(name = "witan.grpc.development-account")
          Optional<String> developmentAccount) {
    return new GrpcSettings(
        enabled,
        address,
        ports,
        maxMessageBytes,
        Duration.ofSeconds(graceSeconds),
        developmentAccount);
  }
}
