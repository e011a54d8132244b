package io.witan.workflow.port;

/**
 * What is settled about who judges work.
 *
 * @param otherFamily whether a model may not judge what a model of its own family has made
 */
public record FourEyesPolicy(boolean otherFamily) {}
