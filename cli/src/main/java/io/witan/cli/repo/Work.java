package io.witan.cli.repo;

/**
 * What a commit is made for; goes into its message, by which a cut-off run finds the commit again.
 *
 * @param round 1, and one more for each time the work was sent back
 * @param rehearsal whether no model wrote the proposal
 */
public record Work(
    String storyId,
    String taskId,
    String taskTitle,
    String deliberationId,
    int round,
    boolean rehearsal) {}
