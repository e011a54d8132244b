package io.witan.deliberation.adapter;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.impl.Headers;
import io.witan.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A program that is not Witan: an agent that hears what it is asked, and answers over NATS. */
final class OutsideAgent implements AutoCloseable {
  private static final String PROPOSAL =
      """
      {"title": "%s from outside", "description": "How", "acceptance_criteria": ["It works"],
       "technical_notes": "", "tasks": [{"title": "Build", "description": "", "type": "feature",
       "role": "developer", "estimated_hours": 1, "priority": 1, "depends_on": []}]}""";

  private final String name;
  private final Connection connection;
  private final List<JsonObject> asked = new CopyOnWriteArrayList<>();

  private OutsideAgent(
      String name, Connection connection, BiConsumer<OutsideAgent, JsonObject> behaviour) {
    this.name = name;
    this.connection = connection;
    Dispatcher dispatcher = connection.createDispatcher(message -> hear(message, behaviour));
    dispatcher.subscribe("agent.request.>");
  }

  /**
   * An agent of that name.
   *
   * @param behaviour what it does when it is asked
   */
  static OutsideAgent at(
      String natsUrl, String name, BiConsumer<OutsideAgent, JsonObject> behaviour)
      throws IOException, InterruptedException {
    return new OutsideAgent(name, Nats.connect(natsUrl), behaviour);
  }

  private void hear(Message message, BiConsumer<OutsideAgent, JsonObject> behaviour) {
    JsonObject request = JsonText.object(new String(message.getData(), StandardCharsets.UTF_8));
    if (request.getString("agent_id").equals(name)) {
      asked.add(request);
      behaviour.accept(this, request);
    }
  }

  /** What it was asked, to the letter and as often as it was. */
  List<JsonObject> asked() {
    return asked;
  }

  void answer(JsonObject request) {
    String kind = request.getString("kind");
    String text =
        kind.equals("CRITIQUE")
            ? "{\"critique\": \"too large\", \"score\": 0.5}"
            : PROPOSAL.formatted(kind);
    send(
        "completed",
        base(request)
            .add("proposal", JsonText.object().add("content", text))
            .add("duration_ms", 20));
  }

  void fail(JsonObject request) {
    send("failed", base(request).add("error", "no GPU").add("error_type", "MemoryError"));
  }

  private JsonObjectBuilder base(JsonObject request) {
    return JsonText.object()
        .add("task_id", request.getString("task_id"))
        .add("agent_id", name)
        .add("timestamp", "2026-03-02T08:00:00Z");
  }

  private void send(String what, JsonObjectBuilder payload) {
    try {
      connection
          .jetStream()
          .publish(
              "agent.response." + what,
              new Headers().add("ce-id", UUID.randomUUID().toString()),
              payload.build().toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (JetStreamApiException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
