package io.witan.workflow.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long things may take. */
public record SlaTimes(Map<Sla, Duration> times) {
  public SlaTimes {
    times = Map.copyOf(new EnumMap<>(times));
  }

  /** When it should be done. */
  public Instant due(Sla sla, TaskWorkflow workflow) {
    return sla.since(workflow).plus(times.get(sla));
  }

  /** The next moment at which something should be done; absent when nothing runs. */
  public Optional<Instant> next(TaskWorkflow workflow) {
    return Stream.of(Sla.values())
        .filter(sla -> sla.runsIn(workflow.state()))
        .map(sla -> due(sla, workflow))
        .min(Comparator.naturalOrder());
  }
}
