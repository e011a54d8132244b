package io.witan.architecture.offender.planning.adapter;

/** An adapter that others know though they should not. */
public final class Warehouse {}
