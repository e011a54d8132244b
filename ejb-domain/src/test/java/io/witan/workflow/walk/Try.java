package io.witan.workflow.walk;

import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Role;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.WorkDone;
import java.util.Optional;

/**
 * What somebody tries in a walk.
 *
 * @param token the fencing token that is shown
 * @param version the version that is said to have been seen
 */
record Try(
    Actor actor,
    TaskAction action,
    Optional<Role> as,
    Optional<Long> token,
    Optional<Long> version,
    WorkDone work) {

  Try by(Actor other) {
    return new Try(other, action, as, token, version, work);
  }

  Command command() {
    Command command = Command.by(actor);
    return version.map(command::expecting).orElse(command);
  }
}
