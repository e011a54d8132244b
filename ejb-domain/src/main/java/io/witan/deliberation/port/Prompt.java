package io.witan.deliberation.port;

import java.util.Objects;

/**
 * What a model gets to see, and how it is to answer.
 *
 * @param schemaName names the form of the answer, for example {@code plan_proposal}
 * @param schema the JSON schema of the answer
 */
public record Prompt(
    String system,
    String user,
    double temperature,
    int maxTokens,
    String schemaName,
    String schema) {
  public Prompt {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(schemaName, "schemaName");
    Objects.requireNonNull(schema, "schema");
  }
}
