package io.witan.deliberation.domain;

/** What an agent said in a turn, understood. */
public sealed interface Contribution permits Proposal, Critique, Ballot {}
