package io.witan.deliberation.port;

/**
 * How councils are set up where nothing is said.
 *
 * @param agents how many sit in a council
 */
public record CouncilPolicy(int agents) {}
