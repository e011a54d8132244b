package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Sockets.Listening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody outside of this machine can reach any part of the stack. */
@ExtendWith(SharedStack.class)
class LoopbackIT {

  /** Ports that may listen elsewhere, each with its reason. There is none. */
  private static final List<Integer> EXCEPTIONS = List.of();

  @Test
  void every_process_listens_on_loopback_alone(WitanStack stack) throws IOException {
    stack.up();

    List<Listening> all = new ArrayList<>();
    for (String part : List.of("witan", "neo4j", "nats")) {
      ProcessHandle process = stack.part(part);
      for (ProcessHandle one : Stream.concat(Stream.of(process), process.descendants()).toList()) {
        all.addAll(Sockets.of(one));
      }
    }

    assertThat(all).extracting(Listening::port).containsAll(stack.ports());
    assertThat(all)
        .filteredOn(socket -> !EXCEPTIONS.contains(socket.port()))
        .allMatch(Listening::isOnLoopback);
  }
}
