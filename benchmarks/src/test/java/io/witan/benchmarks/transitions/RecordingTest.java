package io.witan.benchmarks.transitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.benchmarks.transitions.TappedGraph.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {
  @Test
  void it_is_said_again_about_another_story() {
    Map<String, Object> parameters =
        Map.of(
            "id",
            "s-1",
            "version",
            2L,
            "messages",
            List.of(Map.of("message_id", "s-1/2@moved", "position", 0L)),
            "state",
            "DRAFT");
    Recording recording = new Recording("s-1", 2, List.of(new Statement("MATCH", parameters)));

    List<Statement> again = recording.about("s-9", 44);

    assertThat(again).extracting("cypher").containsExactly("MATCH");
    assertThat(again.get(0).parameters())
        .isEqualTo(
            Map.of(
                "id",
                "s-9",
                "version",
                44L,
                "messages",
                List.of(Map.of("message_id", "s-9/44@moved", "position", 0L)),
                "state",
                "DRAFT"));
  }
}
