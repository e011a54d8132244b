package io.witan.executor;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * A registry that keeps the sum of each counter, how many values each histogram was told, and where
 * each gauge is read.
 */
public final class CountingRegistry {
  private final Map<String, Long> sums = new ConcurrentSkipListMap<>();
  private final Map<String, Supplier<?>> gauges = new ConcurrentSkipListMap<>();

  public MetricRegistry registry() {
    return proxy(MetricRegistry.class, this::metric);
  }

  private Object metric(String method, Object... arguments) {
    String name = name((Metadata) arguments[0], (Tag[]) arguments[arguments.length - 1]);
    return switch (method) {
      case "counter" -> proxy(Counter.class, (inc, by) -> add(name, by == null ? 1 : (long) by[0]));
      case "histogram" ->
          proxy(Histogram.class, (update, value) -> add(name, (long) value[0] < 0 ? 0 : 1));
      case "gauge" -> {
        gauges.put(name, (Supplier<?>) arguments[1]);
        yield null;
      }
      default -> throw new UnsupportedOperationException(method);
    };
  }

  /** Name and tags in braces to sum. */
  Map<String, Long> sums() {
    return sums;
  }

  /** The sum of the counter with that name and these tags in braces; 0 while nothing is counted. */
  public long sum(String counter) {
    return sums.getOrDefault(counter, 0L);
  }

  /** What the gauge with that name and these tags in braces says now. */
  public Object gauge(String gauge) {
    return gauges.get(gauge).get();
  }

  private static String name(Metadata metadata, Tag... tags) {
    return Arrays.stream(tags)
        .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
        .collect(Collectors.joining(",", metadata.getName() + "{", "}"));
  }

  private Void add(String name, long count) {
    sums.merge(name, count, Long::sum);
    return null;
  }

  private interface Call {
    Object made(String method, Object... arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.made(method.getName(), arguments)));
  }
}
