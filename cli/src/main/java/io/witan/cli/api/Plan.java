package io.witan.cli.api;

import java.util.List;

/** How a story is to be built, made from the winning proposal of its plan deliberation. */
public record Plan(
    String planId,
    String storyId,
    String deliberationId,
    String title,
    String description,
    List<String> acceptanceCriteria,
    String technicalNotes,
    List<PlannedTask> tasks,
    String status,
    String contentDigest,
    String decidedBy,
    String decisionNote,
    String createdAt,
    long version) {
  public Plan {
    acceptanceCriteria = Lists.of(acceptanceCriteria);
    tasks = Lists.of(tasks);
  }

  /** A task before the plan is approved; {@code dependsOn} counts places in the same list. */
  public record PlannedTask(
      String title,
      String description,
      String type,
      String role,
      double estimatedHours,
      int priority,
      List<Integer> dependsOn) {
    public PlannedTask {
      dependsOn = Lists.of(dependsOn);
    }
  }

  public boolean proposed() {
    return "PROPOSED".equalsIgnoreCase(status);
  }

  public boolean approved() {
    return "APPROVED".equalsIgnoreCase(status);
  }
}
