package io.witan.grpc;

import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.trace.Tracer;
import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Authentication;
import io.witan.grpc.call.CallHeaders;
import io.witan.grpc.call.CallSpans;
import io.witan.grpc.call.FailureTranslation;
import io.witan.grpc.call.FirstAnswers;
import io.witan.identity.port.TokenVerifier;
import io.witan.ledger.port.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the gRPC server for as long as the application runs.
 *
 * <p>When its ports cannot be opened the application goes on without gRPC, says why in the log and
 * is not ready: the other protocols still answer, and an operator sees the reason in {@code
 * /health}.
 */
@ApplicationScoped
public class GrpcServer {
  private static final Logger LOG = Logger.getLogger(GrpcServer.class.getName());

  private final GrpcSettings settings;
  private final List<BindableService> services;
  private final List<ServerInterceptor> interceptors;
  private final ExecutorService threads;
  private volatile Optional<GrpcListener> listener = Optional.empty();
  private volatile Optional<CannotListen> trouble = Optional.empty();

  @Inject
  GrpcServer(
      GrpcSettings settings,
      @Any Instance<BindableService> services,
      TokenVerifier tokens,
      Transactions transactions,
      Tracer tracer,
      ManagedThreadFactory threads) {
    this(
        settings,
        services.stream().toList(),
        tokens,
        transactions,
        tracer,
        Executors.newCachedThreadPool(threads));
  }

  GrpcServer(
      GrpcSettings settings,
      List<BindableService> services,
      TokenVerifier tokens,
      Transactions transactions,
      Tracer tracer,
      ExecutorService threads) {
    this.settings = settings;
    this.services = services;
    this.interceptors =
        List.of(
            new CallSpans(tracer),
            new FailureTranslation(),
            CallHeaders.reader(),
            AnswerHeaders.sender(),
            FirstAnswers.keeper(transactions),
            new Authentication(tokens, settings.actorWithoutToken()));
    this.threads = threads;
  }

  /** For the proxy that CDI makes. */
  GrpcServer() {
    this.settings = null;
    this.services = List.of();
    this.interceptors = List.of();
    this.threads = null;
  }

  /** Starts last, when everything that a call may need has started. */
  synchronized void start(
      @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
          Object started) {
    if (!settings.enabled()) {
      LOG.info("gRPC is off (witan.grpc.enabled)");
      return;
    }
    if (listener.isPresent()) {
      return;
    }
    try {
      GrpcListener open = GrpcListener.start(settings, services, interceptors, threads);
      listener = Optional.of(open);
      LOG.info(
          () ->
              "gRPC listens on %s, ports %s: %d services"
                  .formatted(settings.address(), open.ports(), open.services()));
    } catch (CannotListen refused) {
      trouble = Optional.of(refused);
      LOG.log(Level.SEVERE, refused.getMessage(), refused.getCause());
    }
  }

  @PreDestroy
  void stop() {
    listener.ifPresent(GrpcListener::close);
    listener = Optional.empty();
    threads.shutdown();
  }

  /** The reason why no port is open; empty when all is well or gRPC is off. */
  Optional<String> trouble() {
    return trouble.map(CannotListen::getMessage);
  }

  /** The open ports; none when gRPC is off or in trouble. */
  List<Integer> ports() {
    return listener.map(GrpcListener::ports).orElse(List.of());
  }
}
