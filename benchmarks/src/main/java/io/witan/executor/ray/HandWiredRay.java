package io.witan.executor.ray;

import io.witan.deliberation.port.TurnRunner;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * The runner for Ray without a container, for benchmarks that call use cases in process. In this
 * package because it is known here alone.
 */
public final class HandWiredRay {
  private HandWiredRay() {}

  /** Asks a model of one cluster, with the usual bounds. */
  public static TurnRunner at(
      URI url, Path token, String model, ExecutorService threads, Clock clock) {
    RayPolicy policy =
        new RayPolicy(
            2,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            0,
            5,
            10,
            Duration.ofSeconds(10));
    return new RayTurnRunner(
        new RaySettings(
            Optional.of("bench=" + url),
            Optional.empty(),
            Optional.of(token.toString()),
            model,
            4 << 20,
            policy,
            unread(MetricRegistry.class),
            threads),
        clock);
  }

  /** Something that takes all that it is told, and tells nobody. */
  private static <T> T unread(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getReturnType().isInterface() ? unread(method.getReturnType()) : null));
  }
}
