package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @ParameterizedTest
  @ValueSource(strings = {"00", "01"})
  void a_header_is_read_and_written_alike(String flags) {
    String header = "00-%s-%s-%s".formatted(TRACE, SPAN, flags);

    assertThat(TraceContext.read(header))
        .contains(new TraceContext(TRACE, SPAN, flags.equals("01")))
        .map(TraceContext::header)
        .contains(header);
  }

  @Test
  void a_header_of_a_later_version_is_read_as_far_as_it_is_known() {
    assertThat(TraceContext.read("cc-%s-%s-03-more".formatted(TRACE, SPAN)))
        .contains(new TraceContext(TRACE, SPAN, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        TRACE,
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
      })
  void anything_else_is_no_header(String text) {
    assertThat(TraceContext.read(text)).isEmpty();
  }

  @Test
  void a_bare_trace_id_gets_a_span() {
    assertThat(TraceContext.of(TRACE, "0123456789abcdef0123"))
        .contains(new TraceContext(TRACE, "0123456789abcdef", true));
    assertThat(TraceContext.of("00-%s-%s-01".formatted(TRACE, SPAN), "0123456789abcdef"))
        .contains(new TraceContext(TRACE, SPAN, true));
    assertThat(TraceContext.of("x\r\nevil: 1", "0123456789abcdef")).isEmpty();
  }
}
