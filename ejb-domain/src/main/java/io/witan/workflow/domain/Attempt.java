package io.witan.workflow.domain;

import io.witan.shared.Actor;
import io.witan.shared.Role;
import java.util.Optional;

/**
 * Somebody's attempt to do something to a task.
 *
 * @param as the role in which it is done; absent means the one that the action needs
 * @param fencingToken the claim that the actor believes to hold; absent means whichever is current
 */
public record Attempt(
    TaskAction action,
    Actor actor,
    Optional<Role> as,
    Optional<Long> fencingToken,
    WorkDone work) {}
