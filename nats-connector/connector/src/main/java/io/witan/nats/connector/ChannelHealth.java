package io.witan.nats.connector;

import io.smallrye.reactive.messaging.health.HealthReport;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Turns the state of channels into health reports. */
final class ChannelHealth {

  private ChannelHealth() {}

  /** Whether each channel works now. */
  static HealthReport readiness(Collection<Channel> channels) {
    return report(channels, Channel::whyNotReady);
  }

  /** Whether each channel works, or will again by itself. */
  static HealthReport liveness(Collection<Channel> channels) {
    return report(channels, Channel::whyDead);
  }

  /** Whether each channel has worked once. */
  static HealthReport startup(Collection<Channel> channels) {
    return report(
        channels, channel -> channel.hasStarted() ? Optional.empty() : channel.whyNotReady());
  }

  private static HealthReport report(
      Collection<Channel> channels, Function<Channel, Optional<String>> complaint) {
    HealthReport.HealthReportBuilder report = HealthReport.builder();
    for (Channel channel : channels) {
      Optional<String> why = complaint.apply(channel);
      report.add(channel.name(), why.isEmpty(), why.orElse(null));
    }
    return report.build();
  }
}
