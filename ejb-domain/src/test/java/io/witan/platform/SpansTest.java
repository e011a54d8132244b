package io.witan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.witan.shared.TraceContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_place_is_the_same_there_and_back(boolean sampled) {
    TraceContext place =
        new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", sampled);

    Context below = Spans.below(Optional.of(place));

    assertThat(Spans.place(Span.fromContext(below))).contains(place);
    assertThat(Spans.below(Optional.of(place), Spans::current).get()).contains(place);
    assertThat(Spans.current()).isEmpty();
  }

  @Test
  void without_a_place_a_trace_begins() {
    assertThat(Spans.place(Span.fromContext(Spans.below(Optional.empty())))).isEmpty();
  }
}
