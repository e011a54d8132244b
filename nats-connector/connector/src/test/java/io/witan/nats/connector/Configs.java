package io.witan.nats.connector;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Channel configurations for tests. */
final class Configs {

  private Configs() {}

  /** The configuration of a channel, from names and values in turn. */
  static Config channel(String name, String... attributes) {
    Map<String, String> values = new HashMap<>();
    values.put("channel-name", name);
    for (int i = 0; i < attributes.length; i += 2) {
      values.put(attributes[i], attributes[i + 1]);
    }
    return new SmallRyeConfigBuilder().withDefaultValues(values).build();
  }

  static Attributes attributes(String... attributes) {
    return new Attributes(channel("orders", attributes));
  }
}
