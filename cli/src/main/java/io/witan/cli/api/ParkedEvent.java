package io.witan.cli.api;

/** An event that the server cannot send, and why. */
public record ParkedEvent(
    String messageId,
    String kind,
    long sequence,
    long payloadBytes,
    String parkedAt,
    String reason) {}
