package io.witan.workflow.port;

import io.witan.workflow.domain.SlaTimes;

/** What is settled about how long things may take. */
public record SlaPolicy(SlaTimes times) {}
