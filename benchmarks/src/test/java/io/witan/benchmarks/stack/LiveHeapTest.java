package io.witan.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

  @Test
  void it_is_the_total_of_the_histogram() {
    String told =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         32121        3145728  [B (java.base@17)
        Total         32121        3145728
        """;

    assertThat(LiveHeap.megabytes(told)).isEqualTo(3);
  }

  @Test
  void a_process_that_does_not_answer_is_no_empty_heap() {
    assertThatIllegalStateException()
        .isThrownBy(() -> LiveHeap.megabytes("No such process"))
        .withMessageContaining("No such process");
  }

  @Test
  void a_running_program_holds_something() throws Exception {
    assertThat(LiveHeap.of(ProcessHandle.current().pid())).isPositive();
  }
}
