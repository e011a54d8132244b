package io.witan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.domain.WireEvent;
import java.util.List;
import java.util.Map;

/** Compares events on the wire with a file that was written by hand. */
public final class Golden {
  private Golden() {}

  /**
   * The messages must be those of the file, in its order, field by field, and fit their contracts.
   *
   * @param file an array of objects with {@code subject} and {@code payload}
   */
  public static void mustMatch(String file, List<WireEvent> messages) {
    String expected = CanonicalJson.canonical(PlainTable.text(Golden.class, file));
    String actual =
        CanonicalJson.of(
            Map.of(
                "messages",
                messages.stream()
                    .map(
                        message ->
                            Map.of("subject", message.subject(), "payload", message.payload()))
                    .toList()));
    assertThat(actual).isEqualTo("{\"messages\":" + expected + "}");
    messages.forEach(Contracts::mustDescribe);
  }
}
