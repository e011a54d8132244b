package io.witan.nats.connector;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.nats.connector.stream.ConsumerEnsurer;
import io.witan.nats.connector.stream.StreamEnsurer;
import io.witan.nats.connector.stream.StreamSpec;
import java.io.IOException;

/** Puts in place on the server what an incoming channel needs. */
final class InboundSetup {

  private final InboundSettings settings;

  InboundSetup(InboundSettings settings) {
    this.settings = settings;
  }

  void ensure(Connection connection) throws IOException, JetStreamApiException {
    StreamEnsurer streams = new StreamEnsurer(connection);
    if (settings.streamToEnsure().isPresent()) {
      streams.ensure(settings.streamToEnsure().get());
    }
    if (settings.failure().strategy() == FailureSettings.Name.DEAD_LETTER) {
      streams.ensure(deadLetterStream());
    }
    new ConsumerEnsurer(connection).ensure(settings.consumer());
  }

  private StreamSpec deadLetterStream() {
    FailureSettings failure = settings.failure();
    return StreamSpec.named(failure.deadLetterStream())
        .subjects(failure.deadLetterPrefix() + ".>")
        .maxAge(failure.deadLetterMaxAge())
        .build();
  }
}
