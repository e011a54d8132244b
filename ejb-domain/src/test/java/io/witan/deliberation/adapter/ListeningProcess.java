package io.witan.deliberation.adapter;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.impl.NatsJetStreamMetaData;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.testkit.PatientNats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Brings the answers of agents to their handler, as a channel does in the application. */
final class ListeningProcess implements AutoCloseable {
  private static final String DURABLE = "orch-agent-response";

  private final Connection connection;
  private final AnswersOfAgents handler;
  private final JetStreamSubscription answers;
  private final Thread thread = new Thread(this::listen, "answers");
  private volatile boolean stopped;

  ListeningProcess(String natsUrl, AnswersOfAgents handler)
      throws IOException, InterruptedException, JetStreamApiException {
    this.handler = handler;
    connection = PatientNats.connect(natsUrl);
    answers =
        connection
            .jetStream()
            .subscribe(
                "agent.response.>",
                PullSubscribeOptions.builder().stream("AGENT_RESPONSES").durable(DURABLE).build());
    thread.start();
  }

  private void listen() {
    while (!stopped) {
      answers.fetch(10, Duration.ofMillis(100)).forEach(this::handle);
    }
  }

  private void handle(Message message) {
    NatsJetStreamMetaData place = message.metaData();
    JetStreamMetadata source =
        new JetStreamMetadata(
            message.getSubject(),
            place.getStream(),
            DURABLE,
            place.streamSequence(),
            place.consumerSequence(),
            1,
            place.timestamp().toInstant(),
            Map.of("ce-id", List.of(message.getHeaders().getFirst("ce-id"))));
    String payload = new String(message.getData(), StandardCharsets.UTF_8);
    if (message.getSubject().endsWith("completed")) {
      handler.completed(payload, source);
    } else {
      handler.failed(payload, source);
    }
    message.ack();
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
      connection.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
