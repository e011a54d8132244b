package io.witan.cli.api;

/** How a plan came to its tasks, or why it has none. */
public record Derivation(
    String planId,
    String storyId,
    String status,
    long tasks,
    String derivationId,
    String deliberationId,
    String reason,
    boolean requiresManualReview,
    String whatToDo) {}
