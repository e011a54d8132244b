package io.witan.cli.api;

import java.util.List;

/** A piece of work of a story. */
public record Task(
    String taskId,
    String storyId,
    String planId,
    String title,
    String description,
    String type,
    String status,
    String assignedTo,
    double estimatedHours,
    int priority,
    List<String> dependsOn,
    long version) {
  public Task {
    dependsOn = Lists.of(dependsOn);
  }
}
