package io.witan.planning.domain;

/**
 * What a plan that was approved in a backlog review comes from.
 *
 * @param tasksUpdated how many tasks that the story had before have become part of it
 */
public record ReviewOrigin(
    CeremonyId ceremony, ReviewApproval approval, Complexity complexity, int tasksUpdated) {}
