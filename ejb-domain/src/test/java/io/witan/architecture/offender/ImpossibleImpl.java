package io.witan.architecture.offender;

/** Says that it is one, not what it is. */
public final class ImpossibleImpl {}
