package io.witan.web.planning;

/** A project to open. */
public record NewProjectWire(String name, String description) {}
