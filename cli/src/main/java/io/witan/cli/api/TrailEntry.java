package io.witan.cli.api;

/** One line of the merged audit trail of a story. */
public record TrailEntry(
    String kind,
    String id,
    long sequence,
    String at,
    String actor,
    String action,
    String hash,
    String summary) {}
