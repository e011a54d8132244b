package io.witan.grpc;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the server listens and what it accepts.
 *
 * @param enabled without it no port is opened
 * @param address the one address to bind, an IP address or a name
 * @param ports every service is offered on each of them; 0 takes any free one
 * @param maxMessageBytes the largest request that is read
 * @param grace how long calls in flight may take when the server stops
 * @param developmentAccount the service account that acts for callers without a token; absent, as
 *     by default, refuses them
 */
record GrpcSettings(
    boolean enabled,
    String address,
    List<Integer> ports,
    int maxMessageBytes,
    Duration grace,
    Optional<String> developmentAccount) {

  GrpcSettings {
    ports = List.copyOf(ports);
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("witan.grpc.ports names no port");
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("witan.grpc.max-message-bytes must be positive");
    }
  }

  List<InetSocketAddress> listenAddresses() {
    return ports.stream().map(port -> new InetSocketAddress(address, port)).toList();
  }

  /** The development account: it may name whoever it acts for. */
  Optional<Actor> actorWithoutToken() {
    return developmentAccount.map(name -> new Actor(new ActorId(name), Set.of(Role.SYSTEM)));
  }

  /** Nobody outside of this machine can call. */
  boolean onLoopback() {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
