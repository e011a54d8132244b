package io.witan.architecture.offender.planning.domain;

import io.witan.architecture.offender.planning.application.Hasty;

/** A rule that knows who uses it, and that another context takes for its own. */
public record Secret(Hasty user) {}
