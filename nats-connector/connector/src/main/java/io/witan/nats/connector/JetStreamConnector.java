package io.witan.nats.connector;

import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute.Direction;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.health.HealthReporter;
import io.witan.nats.connector.connection.Connections;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * The {@code witan-jetstream} connector: incoming channels read durable JetStream consumers,
 * outgoing channels publish and wait for the answer of the server.
 *
 * <p>Wrong attributes fail the deployment. A server that is away does not: channels wait for it and
 * say so in the health reports.
 */
@ApplicationScoped
@Connector(JetStreamConnector.NAME)
@ConnectorAttribute(
    name = "servers",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "nats://127.0.0.1:4222",
    description = "Addresses of NATS, separated by commas")
@ConnectorAttribute(
    name = "user",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "User name; needs password")
@ConnectorAttribute(
    name = "password",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Password of the user")
@ConnectorAttribute(
    name = "token",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Token, instead of a user")
@ConnectorAttribute(
    name = "credentials",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Path of a .creds file, instead of a user or token")
@ConnectorAttribute(
    name = "tls",
    type = "boolean",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "false",
    description = "Whether TLS is demanded")
@ConnectorAttribute(
    name = "tls.trust-store",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Key store file with the trusted authorities; absent: those of the JDK")
@ConnectorAttribute(
    name = "tls.trust-store-password",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Password of the trust store")
@ConnectorAttribute(
    name = "tls.key-store",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Key store file with the client certificate")
@ConnectorAttribute(
    name = "tls.key-store-password",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "Password of the key store")
@ConnectorAttribute(
    name = "connection-name",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "witan",
    description = "Name of the connection in the monitoring of the server")
@ConnectorAttribute(
    name = "inbox-prefix",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description =
        "Prefix of reply subjects; give each user its own where permissions are by subject")
@ConnectorAttribute(
    name = "connect-timeout",
    type = "duration",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "5s",
    description = "Patience of one attempt to connect, and of one request to JetStream")
@ConnectorAttribute(
    name = "reconnect-wait",
    type = "duration",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "500ms",
    description = "Wait between two attempts to connect")
@ConnectorAttribute(
    name = "stream",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description = "The stream; incoming channels must name it")
@ConnectorAttribute(
    name = "stream.subjects",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    description =
        "Subjects of the stream, separated by commas; when set, the stream is created or updated")
@ConnectorAttribute(
    name = "stream.retention",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "limits",
    description = "limits, interest or workqueue")
@ConnectorAttribute(
    name = "stream.storage",
    type = "string",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "file",
    description = "file or memory")
@ConnectorAttribute(
    name = "stream.max-age",
    type = "duration",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "0s",
    description = "How long messages stay; 0s for ever")
@ConnectorAttribute(
    name = "stream.max-messages",
    type = "long",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "-1",
    description = "How many messages stay; -1 for no limit")
@ConnectorAttribute(
    name = "stream.max-bytes",
    type = "long",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "-1",
    description = "How many bytes stay; -1 for no limit")
@ConnectorAttribute(
    name = "stream.duplicate-window",
    type = "duration",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "2m",
    description = "How long message ids are remembered")
@ConnectorAttribute(
    name = "stream.replicas",
    type = "int",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "1",
    description = "Copies in a cluster")
@ConnectorAttribute(
    name = "drain-timeout",
    type = "duration",
    direction = Direction.INCOMING_AND_OUTGOING,
    defaultValue = "10s",
    description = "How long shutdown waits for handlers and answers")
@ConnectorAttribute(
    name = "durable",
    type = "string",
    direction = Direction.INCOMING,
    description = "Name of the durable consumer; absent: the name of the channel")
@ConnectorAttribute(
    name = "subjects",
    type = "string",
    direction = Direction.INCOMING,
    description = "Subjects to take from the stream, separated by commas; absent: all")
@ConnectorAttribute(
    name = "deliver",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "all",
    description = "Where a new consumer starts: all or new")
@ConnectorAttribute(
    name = "ack-wait",
    type = "duration",
    direction = Direction.INCOMING,
    defaultValue = "10s",
    description =
        "How long the server waits for a sign of life; the connector gives three in that time")
@ConnectorAttribute(
    name = "max-ack-pending",
    type = "int",
    direction = Direction.INCOMING,
    description =
        "How many unsettled messages the server allows for the consumer; absent: its default")
@ConnectorAttribute(
    name = "batch",
    type = "int",
    direction = Direction.INCOMING,
    defaultValue = "32",
    description = "How many messages one pull asks for at most")
@ConnectorAttribute(
    name = "max-in-flight",
    type = "int",
    direction = Direction.INCOMING_AND_OUTGOING,
    description =
        "Incoming (32): messages held at once. Outgoing (256): messages waiting for the answer of the server")
@ConnectorAttribute(
    name = "ordered-per-key",
    type = "boolean",
    direction = Direction.INCOMING,
    defaultValue = "false",
    description = "Whether messages of one key wait for each other")
@ConnectorAttribute(
    name = "key-header",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "ce-subject",
    description =
        "Header with the key; the subject is the key where the header is absent, or with none")
@ConnectorAttribute(
    name = "processing-limit",
    type = "duration",
    direction = Direction.INCOMING,
    defaultValue = "15m",
    description =
        "How long a handler may hold a message before the server may deliver it elsewhere")
@ConnectorAttribute(
    name = "failure-strategy",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "dead-letter",
    description = "dead-letter, retry, ignore or fail")
@ConnectorAttribute(
    name = "max-deliver",
    type = "int",
    direction = Direction.INCOMING,
    defaultValue = "5",
    description = "How often dead-letter tries a message")
@ConnectorAttribute(
    name = "backoff",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "1s,5s,15s,1m",
    description = "Waits between tries, separated by commas; the last one repeats")
@ConnectorAttribute(
    name = "dead-letter.stream",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "DEAD_LETTERS",
    description = "Stream of dead letters; created or updated")
@ConnectorAttribute(
    name = "dead-letter.subject-prefix",
    type = "string",
    direction = Direction.INCOMING,
    defaultValue = "dead",
    description = "Comes before the original subject")
@ConnectorAttribute(
    name = "dead-letter.max-age",
    type = "duration",
    direction = Direction.INCOMING,
    defaultValue = "0s",
    description = "How long dead letters stay; 0s for ever")
@ConnectorAttribute(
    name = "subject",
    type = "string",
    direction = Direction.OUTGOING,
    description = "Subject of messages that name none")
@ConnectorAttribute(
    name = "publish-timeout",
    type = "duration",
    direction = Direction.OUTGOING,
    defaultValue = "5s",
    description = "Patience of one try to publish")
@ConnectorAttribute(
    name = "retries",
    type = "int",
    direction = Direction.OUTGOING,
    defaultValue = "5",
    description = "Tries after the first one, while the failure may pass")
@ConnectorAttribute(
    name = "retry-wait",
    type = "duration",
    direction = Direction.OUTGOING,
    defaultValue = "200ms",
    description = "Wait before the first retry; doubles up to 5s")
public class JetStreamConnector implements InboundConnector, OutboundConnector, HealthReporter {

  /** The name by which configuration chooses this connector. */
  public static final String NAME = "witan-jetstream";

  // Before the provider takes down its worker threads, which run the handlers.
  private static final int BEFORE_WORKERS_END = 50;

  private final ChannelThreads threads =
      new ChannelThreads(Thread.currentThread().getContextClassLoader());
  private final ScheduledExecutorService timer = threads.timer();
  private final Connections connections = new Connections(threads.named("connection"));
  private final List<Channel> channels = new CopyOnWriteArrayList<>();
  private final Set<String> durables = new HashSet<>();

  @Override
  public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
    Attributes attributes = new Attributes(config);
    InboundSettings settings = InboundSettings.read(attributes);
    claimDurable(attributes, settings);
    InboundChannel channel =
        new InboundChannel(settings, connections.get(settings.connection()), timer, threads);
    channels.add(channel);
    return channel.publisher();
  }

  @Override
  public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
    OutboundSettings settings = OutboundSettings.read(new Attributes(config));
    OutboundChannel channel =
        new OutboundChannel(settings, connections.get(settings.connection()), timer, threads);
    channels.add(channel);
    return channel;
  }

  @Override
  public HealthReport getReadiness() {
    return ChannelHealth.readiness(channels);
  }

  @Override
  public HealthReport getLiveness() {
    return ChannelHealth.liveness(channels);
  }

  @Override
  public HealthReport getStartup() {
    return ChannelHealth.startup(channels);
  }

  void terminate(
      @Observes(notifyObserver = Reception.IF_EXISTS)
          @Priority(BEFORE_WORKERS_END)
          @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    close();
  }

  /** Ends the channels in good order, then the connections. */
  @PreDestroy
  public void close() {
    channels.forEach(Channel::close);
    timer.shutdownNow();
    connections.close();
  }

  private synchronized void claimDurable(Attributes attributes, InboundSettings settings) {
    String durable = settings.consumer().stream() + "/" + settings.consumer().durable();
    if (!durables.add(durable) && settings.ordering().perKey()) {
      throw attributes.refused(
          "durable",
          settings.consumer().durable(),
          "another channel reads it too, which breaks the order per key; give each its own");
    }
  }
}
