package io.witan.executor;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** A registry that keeps the sum of each counter, and how many values each histogram was told. */
final class CountingRegistry {
  private final Map<String, Long> sums = new TreeMap<>();

  MetricRegistry registry() {
    return proxy(
        MetricRegistry.class,
        (method, arguments) -> {
          String name = name((Metadata) arguments[0], (Tag[]) arguments[1]);
          return method.equals("counter")
              ? proxy(Counter.class, (inc, by) -> add(name, by == null ? 1 : (long) by[0]))
              : proxy(Histogram.class, (update, value) -> add(name, (long) value[0] < 0 ? 0 : 1));
        });
  }

  /** Name and tags in braces to sum. */
  Map<String, Long> sums() {
    return sums;
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
