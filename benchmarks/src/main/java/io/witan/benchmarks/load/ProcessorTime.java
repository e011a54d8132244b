package io.witan.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long processes have kept a core busy since they were started. */
record ProcessorTime(Map<String, Duration> used) {

  static ProcessorTime of(Map<String, Long> processes) {
    Map<String, Duration> used = new LinkedHashMap<>();
    processes.forEach(
        (name, pid) ->
            used.put(
                name,
                ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElseThrow(() -> new IllegalStateException(name + " has ended"))));
    return new ProcessorTime(used);
  }

  /** What was used since an earlier time, in microseconds. */
  Map<String, Double> since(ProcessorTime before) {
    Map<String, Double> micros = new LinkedHashMap<>();
    used.forEach(
        (name, time) -> micros.put(name, time.minus(before.used().get(name)).toNanos() / 1e3));
    return micros;
  }
}
