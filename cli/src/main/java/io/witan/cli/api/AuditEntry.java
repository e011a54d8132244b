package io.witan.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/** One entry of one audit chain, with the change itself in its body. */
public record AuditEntry(
    long sequence,
    String at,
    String actor,
    String action,
    String hash,
    String previous,
    JsonNode body) {}
