package io.witan.cli.api;

/** What stories are grouped under, two levels up. */
public record Project(String projectId, String name, String description, String status) {}
