package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigProviderResolver;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.health.HealthReporter;
import io.witan.nats.connector.stream.StreamEnsurer;
import io.witan.nats.connector.stream.StreamSpec;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.SharedNats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorLiteral;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The connector as an application uses it: CDI, the SmallRye provider, configuration. */
@ExtendWith(SharedNats.class)
class ContainerIT {

  private TestStream stream;
  private SeContainer container;

  @BeforeEach
  void start(NatsServerProcess server) throws Exception {
    stream = TestStream.on(server);
    Config config = config(server.url());
    SmallRyeConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
    container =
        SeContainerInitializer.newInstance().addBeanClasses(Orders.class, Shop.class).initialize();
  }

  @AfterEach
  void stop() {
    if (container.isRunning()) {
      container.close();
    }
    SmallRyeConfigProviderResolver.instance()
        .releaseConfig(
            SmallRyeConfigProviderResolver.instance()
                .getConfig(Thread.currentThread().getContextClassLoader()));
    stream.close();
  }

  @Test
  void messages_go_from_an_emitter_to_a_blocking_handler() throws Exception {
    container.select(Shop.class).get().order("o-1", "ten apples").toCompletableFuture().get();

    Orders orders = container.select(Orders.class).get();
    await().until(() -> orders.received().equals(List.of("ten apples at try 1 of o-1")));
    await().until(() -> stream.consumer().getAckFloor().getStreamSequence() == 1);
  }

  @Test
  void a_handler_that_throws_leads_to_another_try_and_then_to_a_dead_letter() throws Exception {
    container.select(Shop.class).get().order("o-2", "refuse me").toCompletableFuture().get();

    await().ignoreExceptions().until(() -> stream.deadLetters() == 1);

    assertThat(stream.deadLetter(1).getHeaders().getFirst(DeadLetterHeaders.REASON))
        .isEqualTo("no such fruit");
    assertThat(stream.deadLetter(1).getHeaders().getFirst(DeadLetterHeaders.ATTEMPTS))
        .isEqualTo("2");
  }

  @Test
  void the_connector_reports_its_health() {
    HealthReporter health =
        container.select(HealthReporter.class, ConnectorLiteral.of(JetStreamConnector.NAME)).get();

    await().until(() -> health.getReadiness().isOk());
    assertThat(health.getReadiness().getChannels()).hasSize(2);
  }

  @Test
  void the_end_of_the_container_finishes_the_handler_and_closes_the_connection() throws Exception {
    container.select(Shop.class).get().order("o-3", "slowly").toCompletableFuture().get();
    Orders orders = container.select(Orders.class).get();
    await().until(orders::isBusy);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(container::close);
    await().until(() -> stream.consumer().getNumWaiting() == 0);
    orders.finish();
    closing.join();

    await().atMost(30, TimeUnit.SECONDS).until(() -> stream.consumer().getNumAckPending() == 0);
    assertThat(stream.consumer().getAckFloor().getStreamSequence()).isEqualTo(1);
  }

  private Config config(String server) throws Exception {
    new StreamEnsurer(stream.client())
        .ensure(StreamSpec.named(stream.name()).subjects(stream.name() + ".>").build());
    Map<String, String> values = new HashMap<>();
    values.put("mp.messaging.connector.witan-jetstream.servers", server);
    put(values, "mp.messaging.incoming.orders.", stream.attributes("max-deliver", "2"));
    values.put("mp.messaging.incoming.orders.connector", JetStreamConnector.NAME);
    values.put("mp.messaging.outgoing.orders-out.connector", JetStreamConnector.NAME);
    values.put("mp.messaging.outgoing.orders-out.subject", stream.subject("created"));
    return new SmallRyeConfigBuilder().withDefaultValues(values).build();
  }

  private static void put(Map<String, String> values, String prefix, String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      values.put(prefix + attributes[i], attributes[i + 1]);
    }
  }

  /** A handler as applications write them. */
  @ApplicationScoped
  static class Orders {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch finish = new CountDownLatch(1);
    private volatile boolean busy;

    @Incoming("orders")
    @Blocking
    void receive(String order, JetStreamMetadata metadata) throws InterruptedException {
      if (order.startsWith("refuse")) {
        throw new IllegalArgumentException("no such fruit");
      }
      if (order.equals("slowly")) {
        busy = true;
        finish.await();
      }
      received.add(
          "%s at try %d of %s"
              .formatted(order, metadata.attempt(), metadata.header("ce-subject").orElse("?")));
    }

    List<String> received() {
      return received;
    }

    void finish() {
      finish.countDown();
    }

    boolean isBusy() {
      return busy;
    }
  }

  /** A sender as applications write them. */
  @ApplicationScoped
  static class Shop {

    private Emitter<String> emitter;

    @Inject
    void emitter(@Channel("orders-out") Emitter<String> emitter) {
      this.emitter = emitter;
    }

    CompletionStage<Void> order(String id, String text) {
      CompletableFuture<Void> stored = new CompletableFuture<>();
      emitter.send(
          Message.of(
              text,
              Metadata.of(
                  OutgoingJetStreamMetadata.builder()
                      .messageId(id)
                      .header("ce-subject", id)
                      .build()),
              () -> {
                stored.complete(null);
                return stored;
              },
              reason -> {
                stored.completeExceptionally(reason);
                return CompletableFuture.completedStage(null);
              }));
      return stored;
    }
  }
}
