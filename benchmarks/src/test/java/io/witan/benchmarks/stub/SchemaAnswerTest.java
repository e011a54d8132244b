package io.witan.benchmarks.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SchemaAnswerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode answer(String schema) throws Exception {
    return SchemaAnswer.of(JSON.readTree(schema), "said");
  }

  @Test
  void an_object_has_what_is_required() throws Exception {
    JsonNode answer =
        answer(
            """
            {"type": "object", "required": ["score", "tasks"], "properties": {
             "score": {"type": "number", "minimum": 0, "maximum": 1},
             "tasks": {"type": "array", "minItems": 2, "items": {"enum": ["qa", "dev"]}},
             "rest": {"type": "string"}}}""");

    assertThat(answer.toString()).isEqualTo("{\"score\":0.5,\"tasks\":[\"qa\",\"qa\"]}");
  }

  @Test
  void bounds_are_kept() throws Exception {
    assertThat(answer("{\"type\": \"integer\", \"minimum\": 3}").asInt()).isEqualTo(3);
    assertThat(answer("{\"type\": \"array\", \"items\": {}}")).isEmpty();
    assertThat(answer("{\"type\": [\"string\", \"null\"]}").asText()).isEqualTo("said");
  }
}
