package io.witan.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A running server: every service on every port, beside the standard health and reflection ones.
 *
 * <p>It runs from {@link #start} to {@link #close}, which refuses new calls, lets the ones in
 * flight end and cuts off those that take longer than the grace.
 */
final class GrpcListener implements AutoCloseable {

  /** Room for a bearer token beside the usual headers. */
  private static final int MAX_METADATA_BYTES = 16 * 1024;

  private final Server server;
  private final HealthStatusManager health;
  private final GrpcSettings settings;

  private GrpcListener(Server server, HealthStatusManager health, GrpcSettings settings) {
    this.server = server;
    this.health = health;
    this.settings = settings;
  }

  /**
   * Opens all ports, or none.
   *
   * @param interceptors the first one is the outermost
   * @param handlers runs the calls
   */
  static GrpcListener start(
      GrpcSettings settings,
      List<BindableService> services,
      List<ServerInterceptor> interceptors,
      Executor handlers)
      throws CannotListen {
    refuseOpenDoors(settings);
    HealthStatusManager health = new HealthStatusManager();
    NettyServerBuilder builder = listening(settings).executor(handlers);
    for (BindableService service : services) {
      ServerServiceDefinition definition = parsedInside(service);
      builder.addService(definition);
      health.setStatus(definition.getServiceDescriptor().getName(), ServingStatus.SERVING);
    }
    builder.addService(health.getHealthService());
    addReflection(builder);
    for (int outermost = interceptors.size() - 1; outermost >= 0; outermost--) {
      builder.intercept(interceptors.get(outermost));
    }
    try {
      return new GrpcListener(builder.build().start(), health, settings);
    } catch (IOException refused) {
      throw explained(settings, refused);
    }
  }

  List<Integer> ports() {
    return server.getListenSockets().stream()
        .map(socket -> ((InetSocketAddress) socket).getPort())
        .sorted()
        .toList();
  }

  int services() {
    return server.getServices().size();
  }

  boolean isListening() {
    return !server.isShutdown();
  }

  @Override
  public void close() {
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!server.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void refuseOpenDoors(GrpcSettings settings) throws CannotListen {
    if (settings.developmentAccount().isPresent() && !settings.onLoopback()) {
      throw new CannotListen(
          "gRPC does not listen: witan.grpc.development-account lets anybody in and is for loopback"
              + " only, but witan.grpc.address is "
              + settings.address());
    }
  }

  private static NettyServerBuilder listening(GrpcSettings settings) {
    List<InetSocketAddress> addresses = settings.listenAddresses();
    NettyServerBuilder builder = NettyServerBuilder.forAddress(addresses.get(0));
    addresses.stream().skip(1).forEach(builder::addListenAddress);
    return builder
        .maxInboundMessageSize(settings.maxMessageBytes())
        .maxInboundMetadataSize(MAX_METADATA_BYTES);
  }

  /** Makes a request that cannot be parsed fail inside of the interceptors, not outside of them. */
  private static ServerServiceDefinition parsedInside(BindableService service) {
    return ServerInterceptors.useInputStreamMessages(service.bindService());
  }

  @SuppressWarnings("deprecation") // older clients know only v1alpha
  private static void addReflection(NettyServerBuilder builder) {
    builder.addService(ProtoReflectionServiceV1.newInstance());
    builder.addService(io.grpc.protobuf.services.ProtoReflectionService.newInstance());
  }

  private static CannotListen explained(GrpcSettings settings, IOException refused) {
    String where =
        settings.listenAddresses().stream()
            .filter(GrpcListener::isTaken)
            .findFirst()
            .map(taken -> "port %d of %s is taken".formatted(taken.getPort(), settings.address()))
            .orElse("%s cannot be bound".formatted(settings.address()));
    return new CannotListen(
        "gRPC does not listen: %s; choose others with witan.grpc.ports (now %s) or witan.grpc.address"
            .formatted(where, settings.ports()),
        refused);
  }

  private static boolean isTaken(InetSocketAddress address) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address);
      return false;
    } catch (IOException taken) {
      return true;
    }
  }
}
