package io.witan.workflow.domain;

import io.witan.shared.ActorId;

/**
 * Who holds a task, and under which fencing token: the version that the claim gave the workflow. It
 * only grows.
 */
public record Claim(ActorId by, long token) {}
