package io.witan.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Events that a handler of Witan listens to.
 *
 * @param channel the name of the channel in the configuration
 * @param durable the name of the JetStream consumer
 */
public record Subscription(String channel, String subject, String durable) {
  private static final String PREFIX = "mp.messaging.incoming.";
  private static final String SUFFIX = ".durable";

  /**
   * Those of the configured channels, by the order of their names.
   *
   * @param settings the names of all settings
   * @param value the value of a setting
   */
  public static List<Subscription> of(Iterable<String> settings, UnaryOperator<String> value) {
    List<Subscription> found = new ArrayList<>();
    for (String setting : settings) {
      if (setting.startsWith(PREFIX) && setting.endsWith(SUFFIX)) {
        String channel = setting.substring(0, setting.length() - SUFFIX.length());
        for (String subject : value.apply(channel + ".subjects").split(",", -1)) {
          found.add(
              new Subscription(
                  channel.substring(PREFIX.length()), subject.strip(), value.apply(setting)));
        }
      }
    }
    found.sort(Comparator.comparing(Subscription::channel).thenComparing(Subscription::subject));
    return List.copyOf(found);
  }
}
