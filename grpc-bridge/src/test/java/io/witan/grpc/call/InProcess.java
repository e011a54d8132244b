package io.witan.grpc.call;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** A server and a channel to it without a socket; the first interceptor is the outermost. */
public final class InProcess implements AutoCloseable {
  private final Server server;
  private final ManagedChannel channel;

  public InProcess(BindableService service, ServerInterceptor... outermostFirst) {
    this(List.of(service), outermostFirst);
  }

  public InProcess(List<BindableService> services, ServerInterceptor... outermostFirst) {
    String name = UUID.randomUUID().toString();
    InProcessServerBuilder builder = InProcessServerBuilder.forName(name);
    services.forEach(builder::addService);
    for (int i = outermostFirst.length - 1; i >= 0; i--) {
      builder.intercept(outermostFirst[i]);
    }
    try {
      server = builder.build().start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    channel = InProcessChannelBuilder.forName(name).directExecutor().build();
  }

  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }
}
