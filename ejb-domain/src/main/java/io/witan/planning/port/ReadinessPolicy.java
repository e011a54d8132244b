package io.witan.planning.port;

import io.witan.planning.domain.ReadinessJudge;

/**
 * What is settled about the definition of ready.
 *
 * @param judge whose word counts at the gate to PLANNED
 */
public record ReadinessPolicy(ReadinessJudge judge) {}
