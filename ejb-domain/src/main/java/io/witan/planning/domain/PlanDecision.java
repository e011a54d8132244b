package io.witan.planning.domain;

import io.witan.shared.ActorId;
import java.time.Instant;

/** Who decided on a plan, when, and what they noted. */
public record PlanDecision(ActorId by, Instant at, String note) {}
