package io.witan.deliberation.domain;

import io.witan.shared.Role;
import java.util.Objects;
import java.util.Optional;

/**
 * What an agent from outside is asked in a turn. It goes out with the message and is kept with the
 * turn that is recorded, not twice.
 *
 * @param agent who is asked
 * @param agents how many sit in the council
 * @param schemaName names the form of the answer
 * @param schema the JSON schema of the answer
 */
public record Question(
    AgentId agent,
    Role role,
    TurnKind kind,
    Purpose purpose,
    Subject subject,
    Optional<String> storyId,
    int agents,
    String system,
    String user,
    String schemaName,
    String schema,
    int maxTokens) {
  public Question {
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(storyId, "storyId");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(schemaName, "schemaName");
    Objects.requireNonNull(schema, "schema");
  }
}
