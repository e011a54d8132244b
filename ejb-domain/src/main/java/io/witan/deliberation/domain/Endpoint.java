package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;

/**
 * Where an agent is asked, when it is not where all others are: the address of a model server, or
 * {@value #NATS} for an agent from outside, which is asked by messages.
 *
 * <p>An address holds no name, password, query or fragment: secrets belong into the configuration.
 */
public record Endpoint(String value) {
  /** The endpoint of agents from outside. */
  public static final String NATS = "nats:";

  private static final int LONGEST = 500;
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String EXPECTED =
      "http://host[:port][/path] or https://…, or nats: for an agent from outside";

  public Endpoint {
    Objects.requireNonNull(value, "value");
    value = value.strip();
    if (!value.equals(NATS)) {
      mustBeAddress(value);
    }
  }

  private static void mustBeAddress(String value) {
    URI address = parse(value);
    if (value.length() > LONGEST
        || address.getScheme() == null
        || !SCHEMES.contains(address.getScheme())
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new InvalidValue("endpoint", value, EXPECTED);
    }
  }

  private static URI parse(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException malformed) {
      InvalidValue invalid = new InvalidValue("endpoint", value, EXPECTED);
      invalid.initCause(malformed);
      throw invalid;
    }
  }

  /** Whether the agent takes its turns outside, by messages. */
  public boolean isOutside() {
    return value.equals(NATS);
  }

  @Override
  public String toString() {
    return value;
  }
}
