package io.witan.cli.api;

/** What stories are grouped under. */
public record Epic(
    String epicId, String projectId, String title, String description, String status) {}
