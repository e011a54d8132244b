package io.witan.nats.connector;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * An incoming channel with a handler, as an application has it: the handler runs on worker threads,
 * its return acknowledges, its exception refuses. Closing it ends connector and connection.
 */
final class TestChannel implements AutoCloseable {

  private final JetStreamConnector connector = new JetStreamConnector();
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final List<JetStreamMetadata> handled = new CopyOnWriteArrayList<>();
  private final List<String> payloads = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Consumer<JetStreamMetadata> handler;
  private final Cancellable subscription;

  @SuppressWarnings("unchecked")
  private TestChannel(Consumer<JetStreamMetadata> handler, String... attributes) {
    this.handler = handler;
    this.subscription =
        Multi.createFrom()
            .publisher(
                (Flow.Publisher<Message<byte[]>>)
                    connector.getPublisher(Configs.channel("orders", attributes)))
            .subscribe()
            .with(this::dispatch, failures::add);
  }

  static TestChannel open(Consumer<JetStreamMetadata> handler, String... attributes) {
    return new TestChannel(handler, attributes);
  }

  JetStreamConnector connector() {
    return connector;
  }

  /** What handlers have been called with, failed calls included. */
  List<JetStreamMetadata> handled() {
    return new ArrayList<>(handled);
  }

  /** Payloads whose handler has returned without failing, in that order. */
  List<String> payloads() {
    return new ArrayList<>(payloads);
  }

  List<Throwable> failures() {
    return failures;
  }

  /** Ends the connector in good order, as an application that is undeployed. */
  void stop() {
    connector.close();
  }

  @Override
  public void close() {
    stop();
    subscription.cancel();
    workers.shutdownNow();
  }

  private void dispatch(Message<byte[]> message) {
    workers.execute(() -> handle(message));
  }

  private void handle(Message<byte[]> message) {
    JetStreamMetadata metadata = message.getMetadata(JetStreamMetadata.class).orElseThrow();
    handled.add(metadata);
    try {
      handler.accept(metadata);
    } catch (RuntimeException e) {
      message.nack(e);
      return;
    }
    payloads.add(new String(message.getPayload(), StandardCharsets.UTF_8));
    message.ack();
  }
}
