package io.witan.web.request;

/** A body without fields: {@code {}}. */
public record NothingWire() {}
