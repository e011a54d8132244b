package io.witan.ledger.relay;

import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader who knows nothing of Witan finds in a stream. */
public final class StreamContent {
  private final List<Message> messages = new ArrayList<>();

  public static StreamContent of(String natsUrl, String stream) {
    try (NatsClient client = NatsClient.at(natsUrl)) {
      StreamContent content = new StreamContent();
      JetStreamSubscription subscription =
          client
              .connection()
              .jetStream()
              .subscribe(
                  null,
                  PullSubscribeOptions.builder().stream(stream)
                      .configuration(
                          ConsumerConfiguration.builder().ackPolicy(AckPolicy.None).build())
                      .build());
      long left = subscription.getConsumerInfo().getNumPending();
      while (left > 0) {
        List<Message> batch = subscription.fetch((int) Math.min(left, 200), Duration.ofSeconds(5));
        if (batch.isEmpty()) {
          throw new AssertionError(left + " messages did not come");
        }
        content.messages.addAll(batch);
        left -= batch.size();
      }
      return content;
    } catch (Exception failure) {
      throw new AssertionError("the stream " + stream + " cannot be read", failure);
    }
  }

  public List<Message> messages() {
    return messages;
  }

  List<String> ids() {
    return messages.stream().map(message -> message.getHeaders().getFirst("Nats-Msg-Id")).toList();
  }

  /** The sequences of each aggregate, as they come. */
  Map<String, List<Long>> sequences() {
    Map<String, List<Long>> sequences = new LinkedHashMap<>();
    for (Message message : messages) {
      sequences
          .computeIfAbsent(message.getHeaders().getFirst("ce-subject"), id -> new ArrayList<>())
          .add(Long.valueOf(message.getHeaders().getFirst("ce-sequence")));
    }
    return sequences;
  }
}
