package io.witan.nats.connector;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.witan.nats.connector.stream.StreamEnsurer;
import io.witan.nats.connector.stream.StreamSpec;
import io.witan.testkit.NatsServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream of its own for one test, and a plain client to fill and inspect it. */
final class TestStream implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String server;
  private final String name = "ORDERS" + COUNT.incrementAndGet();
  private final Connection client;

  private TestStream(String server, Duration patience) throws IOException, InterruptedException {
    this.server = server;
    this.client =
        Nats.connect(
            Options.builder()
                .server(server)
                .connectionTimeout(patience)
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(100))
                .build());
  }

  static TestStream on(NatsServerProcess server)
      throws IOException, InterruptedException, JetStreamApiException {
    return on(server, Duration.ofSeconds(30));
  }

  /** Where the server will be killed: what it then leaves unanswered is not waited for as long. */
  static TestStream onDying(NatsServerProcess server)
      throws IOException, InterruptedException, JetStreamApiException {
    return on(server, Duration.ofSeconds(4));
  }

  private static TestStream on(NatsServerProcess server, Duration patience)
      throws IOException, InterruptedException, JetStreamApiException {
    TestStream stream = new TestStream(server.url(), patience);
    new StreamEnsurer(stream.client)
        .ensure(StreamSpec.named(stream.name).subjects(stream.name + ".>").build());
    return stream;
  }

  String name() {
    return name;
  }

  Connection client() {
    return client;
  }

  String subject(String suffix) {
    return name + "." + suffix;
  }

  /** The stream's prefix for dead letters, and the name of their stream. */
  String[] attributes(String... more) {
    String[] own = {
      "servers",
      server,
      "stream",
      name,
      "durable",
      "shop",
      "reconnect-wait",
      "100ms",
      "backoff",
      "50ms",
      "drain-timeout",
      "20s",
      "dead-letter.stream",
      "DEAD_" + name,
      "dead-letter.subject-prefix",
      "dead" + name
    };
    String[] all = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }

  void publish(String key, String payload) throws IOException, JetStreamApiException {
    client
        .jetStream()
        .publish(
            NatsMessage.builder()
                .subject(subject("created"))
                .headers(new Headers().put("ce-subject", key))
                .data(payload)
                .build());
  }

  ConsumerInfo consumer() {
    try {
      return client.jetStreamManagement().getConsumerInfo(name, "shop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JetStreamApiException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String stream) {
    try {
      return client.jetStreamManagement().getStreamInfo(stream).getStreamState().getMsgCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JetStreamApiException e) {
      throw new IllegalStateException(e);
    }
  }

  String deadLetterStream() {
    return "DEAD_" + name;
  }

  void createDeadLetterStream() throws IOException, JetStreamApiException {
    new StreamEnsurer(client)
        .ensure(StreamSpec.named(deadLetterStream()).subjects("dead" + name + ".>").build());
  }

  long deadLetters() {
    return count(deadLetterStream());
  }

  MessageInfo deadLetter(long sequence) throws IOException, JetStreamApiException {
    return client.jetStreamManagement().getMessage(deadLetterStream(), sequence);
  }

  MessageInfo message(long sequence) throws IOException, JetStreamApiException {
    return client.jetStreamManagement().getMessage(name, sequence);
  }

  /** Takes messages from the consumer as a process would that dies with them. */
  List<Message> takeAndDie(int count) throws IOException, JetStreamApiException {
    JetStreamSubscription subscription =
        client.jetStream().subscribe(null, PullSubscribeOptions.bind(name, "shop"));
    try {
      return subscription.fetch(count, Duration.ofSeconds(5));
    } finally {
      subscription.unsubscribe();
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
