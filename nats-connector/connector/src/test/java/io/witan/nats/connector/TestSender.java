package io.witan.nats.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Message;

/** An outgoing channel and somebody who sends through it and waits for the answers. */
final class TestSender implements AutoCloseable {

  private static final int PATIENCE = 60;

  private final JetStreamConnector connector = new JetStreamConnector();
  private final SubmissionPublisher<Message<?>> source =
      new SubmissionPublisher<>(Executors.newSingleThreadExecutor(), 1024);

  @SuppressWarnings("unchecked")
  private TestSender(String... attributes) {
    source.subscribe(
        (Flow.Subscriber<Message<?>>)
            connector.getSubscriber(Configs.channel("orders-out", attributes)));
  }

  static TestSender open(String... attributes) {
    return new TestSender(attributes);
  }

  JetStreamConnector connector() {
    return connector;
  }

  /** Sends; the future tells the answer. */
  CompletableFuture<Void> start(Message<?> message) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    source.submit(
        message
            .withAck(
                () -> {
                  answer.complete(null);
                  return CompletableFuture.completedStage(null);
                })
            .withNack(
                reason -> {
                  answer.completeExceptionally(reason);
                  return CompletableFuture.completedStage(null);
                }));
    return answer;
  }

  void send(Message<?> message) throws Exception {
    start(message).get(PATIENCE, TimeUnit.SECONDS);
  }

  void sendAll(List<? extends Message<?>> messages) throws Exception {
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    messages.forEach(message -> answers.add(start(message)));
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .get(PATIENCE, TimeUnit.SECONDS);
  }

  /** The reason for which the message is refused. */
  Throwable refusal(Message<?> message) throws InterruptedException, TimeoutException {
    try {
      start(message).get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return e.getCause();
    }
    throw new AssertionError("the message was not refused");
  }

  /** The source ends with a failure. */
  void breakOff(Throwable failure) {
    source.closeExceptionally(failure);
  }

  @Override
  public void close() {
    source.close();
    connector.close();
  }
}
