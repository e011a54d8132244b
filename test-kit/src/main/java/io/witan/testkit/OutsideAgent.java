package io.witan.testkit;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A program that is not Witan: an agent that hears what it is asked, and answers over NATS. */
public final class OutsideAgent implements AutoCloseable {
  private static final JsonReaderFactory READERS =
      JsonProvider.provider().createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS =
      JsonProvider.provider().createBuilderFactory(Map.of());
  private static final String PLAN =
      """
      {"title": "%s from outside", "description": "How", "acceptance_criteria": ["It works"],
       "technical_notes": "", "tasks": [{"title": "Build", "description": "", "type": "feature",
       "role": "developer", "estimated_hours": 1, "priority": 1, "depends_on": []}]}""";
  private static final String WORK =
      """
      {"title": "%s from outside", "summary": "It is done", "patch": null, "work_note": "Done"}""";
  private static final String CRITIQUE = "{\"critique\": \"too large\", \"score\": 0.5}";

  private final String name;
  private final Connection connection;
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final List<JsonObject> asked = new CopyOnWriteArrayList<>();

  private OutsideAgent(
      String name, Connection connection, BiConsumer<OutsideAgent, JsonObject> behaviour) {
    this.name = name;
    this.connection = connection;
    Dispatcher dispatcher = connection.createDispatcher(message -> hear(message, behaviour));
    dispatcher.subscribe("agent.request.>");
  }

  /**
   * An agent of that name; from now on it hears everything.
   *
   * @param behaviour what it does when it is asked
   */
  public static OutsideAgent at(
      String natsUrl, String name, BiConsumer<OutsideAgent, JsonObject> behaviour)
      throws IOException, InterruptedException {
    OutsideAgent agent = new OutsideAgent(name, PatientNats.connect(natsUrl), behaviour);
    PatientNats.flush(agent.connection);
    return agent;
  }

  private void hear(Message message, BiConsumer<OutsideAgent, JsonObject> behaviour) {
    JsonObject request = json(new String(message.getData(), StandardCharsets.UTF_8));
    if (request.getString("agent_id").equals(name) && heard.add(messageId(message))) {
      asked.add(request);
      behaviour.accept(this, request);
    }
  }

  /** The same for what is sent once more, because NATS was slow to say that it has it. */
  private static String messageId(Message message) {
    return message.getHeaders().getFirst("Nats-Msg-Id");
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** What it was asked, to the letter, each message of a stream once. */
  public List<JsonObject> asked() {
    return asked;
  }

  /** Says the least that is asked for: a plan, a piece of work, or a critique. */
  public void answer(JsonObject request) {
    send(
        "completed",
        base(request)
            .add("proposal", BUILDERS.createObjectBuilder().add("content", text(request)))
            .add("duration_ms", 20));
  }

  private static String text(JsonObject request) {
    String kind = request.getString("kind");
    return switch (request.getString("schema_name")) {
      case "critique" -> CRITIQUE;
      case "work_proposal" -> WORK.formatted(kind);
      default -> PLAN.formatted(kind);
    };
  }

  /** Says that it cannot. */
  public void fail(JsonObject request) {
    send("failed", base(request).add("error", "no GPU").add("error_type", "MemoryError"));
  }

  private JsonObjectBuilder base(JsonObject request) {
    return BUILDERS
        .createObjectBuilder()
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
