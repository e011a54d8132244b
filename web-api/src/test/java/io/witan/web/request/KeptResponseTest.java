package io.witan.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptResponseTest {

  @Test
  void is_written_as_in_http() {
    KeptResponse created =
        new KeptResponse(201, Map.of("Location", "/projects/p", "ETag", "\"1\""), "{\"a\":1}");

    assertThat(created.text()).isEqualTo("201\nETag: \"1\"\nLocation: /projects/p\n\n{\"a\":1}");
  }

  @Test
  void is_read_as_it_was_written() {
    KeptResponse full =
        new KeptResponse(200, Map.of("X", "a: b", "ETag", "\"7\""), "{\"a\":\"\n\n: ü\"}");
    KeptResponse empty = new KeptResponse(204, Map.of(), "");

    assertThat(KeptResponse.parse(full.text())).isEqualTo(full);
    assertThat(KeptResponse.parse(empty.text())).isEqualTo(empty);
  }
}
