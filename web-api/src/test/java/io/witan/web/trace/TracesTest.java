package io.witan.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.platform.Spans;
import io.witan.shared.TraceContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String HEADER = "00-%s-b7ad6b7169203331-01".formatted(TRACE);

  private static HttpServletRequest request(String header) {
    Map<Object, Object> attributes = new HashMap<>();
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TracesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> header;
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void takes_the_trace_of_the_caller() {
    assertThat(Traces.of(request(HEADER))).isEqualTo(TRACE);
    assertThat(Traces.parent(request(HEADER))).isEqualTo(HEADER);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "nonsense"})
  void makes_one_of_its_own_otherwise_and_keeps_it(String header) {
    HttpServletRequest request = request(header);

    assertThat(Traces.of(request)).matches("[0-9a-f]{32}").doesNotMatch("0+");
    assertThat(Traces.parent(request)).isEqualTo(Traces.of(request));
    assertThat(Traces.of(request(header))).isNotEqualTo(Traces.of(request));
  }

  @Test
  void is_below_the_span_that_the_server_records() {
    TraceContext recorded = new TraceContext(TRACE, "00f067aa0ba902b7", true);

    Spans.below(Optional.of(recorded))
        .wrap(
            () -> {
              assertThat(Traces.of(request(null))).isEqualTo(TRACE);
              assertThat(Traces.parent(request(HEADER))).isEqualTo(recorded.header());
            })
        .run();
  }
}
