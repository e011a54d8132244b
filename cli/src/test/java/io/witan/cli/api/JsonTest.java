package io.witan.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void maps_are_written_in_the_order_of_their_keys() {
    Map<String, Object> map = Map.of("d", 4, "b", 2, "a", 1, "c", Map.of("z", 1, "y", 2));

    assertThat(Json.write(map)).isEqualTo("{\"a\":1,\"b\":2,\"c\":{\"y\":2,\"z\":1},\"d\":4}");
    assertThat(Json.pretty(map)).containsSubsequence("\"a\"", "\"b\"", "\"y\"", "\"z\"", "\"d\"");
  }
}
