package io.witan.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpcSettingsTest {

  private static GrpcSettings settings(String address, List<Integer> ports, int mostBytes) {
    return new GrpcSettings(true, address, ports, mostBytes, Duration.ZERO, Optional.empty());
  }

  @Test
  void needAPort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("127.0.0.1", List.of(), 1))
        .withMessageContaining("witan.grpc.ports");
  }

  @Test
  void letAtLeastOneByteThrough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("127.0.0.1", List.of(1), 0))
        .withMessageContaining("witan.grpc.max-message-bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "localhost, true",
    "::1, true",
    "0.0.0.0, false",
    "192.0.2.1, false",
    "no such name, false"
  })
  void knowWhetherOthersCanCall(String address, boolean loopback) {
    assertThat(settings(address, List.of(1), 1).onLoopback()).isEqualTo(loopback);
  }
}
