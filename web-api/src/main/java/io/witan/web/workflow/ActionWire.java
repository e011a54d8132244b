package io.witan.web.workflow;

import io.witan.shared.Role;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.WorkDone;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What shall be done to a task.
 *
 * @param role in which it is done; when absent, the one that the action needs
 * @param feedback why work is turned down, or a remark
 * @param artifacts named results, such as {@code commit_sha}
 * @param fencingToken of the claim under which it is done; one that is not the current one is
 *     refused
 */
public record ActionWire(
    String action, String role, String feedback, Map<String, String> artifacts, Long fencingToken) {

  Request toDomain() {
    return new Request(
        TaskAction.parse("action", action),
        Optional.ofNullable(role).map(name -> Role.parse("role", name)),
        Optional.ofNullable(fencingToken),
        new WorkDone(feedback, Objects.requireNonNullElse(artifacts, Map.of())));
  }
}
