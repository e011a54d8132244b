package io.witan.nats.connector;

/** Chooses the strategy by its name. */
final class FailureStrategies {

  private FailureStrategies() {}

  static FailureStrategy choose(FailureSettings settings, JetStreamPublisher publisher) {
    return switch (settings.strategy()) {
      case DEAD_LETTER ->
          new DeadLetterStrategy(
              settings.maxDeliver(),
              settings.backoff(),
              new JetStreamDeadLetters(publisher, settings.deadLetterPrefix()));
      case RETRY -> new RetryStrategy(settings.backoff());
      case IGNORE -> new IgnoreStrategy();
      case FAIL -> new FailStrategy();
    };
  }
}
