package io.witan.planning.adapter;

import io.witan.json.JsonText;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.ReviewTask;
import io.witan.planning.port.AgentProposals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Proposals as JSON: an object with the list {@code tasks}, of texts or of objects with {@code
 * description} and {@code reason}, and, if the agent likes, {@code acceptance_criteria}, {@code
 * recommendations}, {@code dependencies} and {@code complexity}. Everything else is free text.
 */
@ApplicationScoped
public class JsonAgentProposals implements AgentProposals {

  @Override
  public Optional<Advice> read(String proposal) {
    if (!proposal.strip().startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonObject object = JsonText.object(proposal);
      return object.get("tasks") instanceof JsonArray
          ? Optional.of(advice(object))
          : Optional.empty();
    } catch (JsonException otherwise) {
      return Optional.empty();
    }
  }

  private static Advice advice(JsonObject proposal) {
    return new Advice(
        proposal.getJsonArray("tasks").stream()
            .map(JsonAgentProposals::task)
            .limit(Advice.MOST_TASKS)
            .toList(),
        texts(proposal, "acceptance_criteria"),
        texts(proposal, "recommendations"),
        texts(proposal, "dependencies"),
        Optional.of(proposal.getString("complexity", ""))
            .filter(name -> !name.isBlank())
            .map(name -> Complexity.parse("proposal.complexity", name)));
  }

  private static ReviewTask task(JsonValue task) {
    if (task instanceof JsonObject fields) {
      return new ReviewTask(fields.getString("description", ""), fields.getString("reason", ""));
    }
    return new ReviewTask(text(task), "");
  }

  private static List<String> texts(JsonObject proposal, String name) {
    return proposal.get(name) instanceof JsonArray lines
        ? lines.stream().map(JsonAgentProposals::text).toList()
        : List.of();
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }
}
