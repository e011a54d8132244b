package io.witan.architecture.offender.workflow.application;

import io.witan.architecture.offender.planning.domain.Secret;

/** A use case that reaches into the rules of another context. */
public record Nosy(Secret secret) {}
