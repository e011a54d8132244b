package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One task of a proposed plan.
 *
 * @param type the kind of work, one of {@link #TYPES}
 * @param estimatedHours 0 or more
 * @param priority from 1, the most urgent
 * @param dependsOn places of earlier tasks of the same plan, from 0
 */
public record ProposedTask(
    String title,
    String description,
    String type,
    Role role,
    int estimatedHours,
    int priority,
    List<Integer> dependsOn) {

  /** The kinds of work that a plan may name. */
  public static final Set<String> TYPES =
      Set.of(
          "development",
          "feature",
          "refactor",
          "bug_fix",
          "testing",
          "unit_test",
          "integration_test",
          "e2e_test",
          "code_review",
          "design_review",
          "architecture_review",
          "deployment",
          "infrastructure",
          "devops",
          "documentation",
          "api_docs",
          "data_migration",
          "schema_change");

  /** The roles that a task may be meant for. */
  public static final Set<Role> ROLES =
      Set.of(Role.DEVELOPER, Role.ARCHITECT, Role.QA, Role.DEVOPS, Role.DATA);

  public ProposedTask {
    title = Text.required("tasks.title", title, 300);
    description = Text.optional("tasks.description", description, 50_000);
    if (!TYPES.contains(Objects.requireNonNull(type, "type"))) {
      throw new InvalidValue("tasks.type", type, "one of " + new TreeSet<>(TYPES));
    }
    if (!ROLES.contains(Objects.requireNonNull(role, "role"))) {
      throw new InvalidValue("tasks.role", role.wire(), "a role that does tasks");
    }
    if (estimatedHours < 0) {
      throw new InvalidValue("tasks.estimated_hours", String.valueOf(estimatedHours), "0 or more");
    }
    if (priority < 1) {
      throw new InvalidValue("tasks.priority", String.valueOf(priority), "1 or more");
    }
    dependsOn = List.copyOf(dependsOn);
  }

  void mustWaitForEarlierThan(int place) {
    for (int earlier : dependsOn) {
      if (earlier < 0 || earlier >= place) {
        throw new InvalidValue(
            "tasks[%d].depends_on".formatted(place),
            String.valueOf(earlier),
            "the place of an earlier task, from 0");
      }
    }
  }
}
