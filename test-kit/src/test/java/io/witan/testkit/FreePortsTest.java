package io.witan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void handsOutEachPortOnce() {
    assertThat(IntStream.range(0, 200).map(i -> FreePorts.next())).doesNotHaveDuplicates();
  }

  @Test
  void handsOutPortsThatCanBeListenedOn() throws IOException {
    int port = FreePorts.next();

    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.getLocalPort()).isEqualTo(port);
    }
  }
}
