package io.witan.web.docs;

import static io.witan.contract.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.contract.EventCatalog;
import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import io.witan.contract.Shape;
import io.witan.web.testing.FakeRequest;
import io.witan.web.testing.RecordedResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsDocumentTest {
  private static final EventContracts MOVES =
      () ->
          List.of(
              EventContract.of(
                  "planning.thing.moved", "A thing was moved.", field("thing_id", Shape.id())));

  private final EventsDocument servlet =
      new EventsDocument(new EventCatalog(List.of(MOVES)), Map.of("asyncapi", "3.0.0"));

  private RecordedResponse get(FakeRequest request) throws IOException {
    RecordedResponse answer = new RecordedResponse();
    servlet.doGet(request.made(), answer.made());
    return answer;
  }

  @Nested
  class The_document {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "*/*|application/json",
          "application/json|application/json",
          "application/vnd.aai.asyncapi+json;version=3.0.0|application/json",
          "text/html,application/xhtml+xml,*/*;q=0.8|application/json",
          "application/yaml|application/yaml",
          "text/yaml, application/json;q=0.5|application/yaml",
          "application/yaml;q=0.2, application/json;q=0.5|application/json",
          "application/json;q=0, application/vnd.aai.asyncapi+yaml|application/yaml"
        })
    void comes_in_the_form_that_is_liked_best(String accept, String type) throws IOException {
      RecordedResponse answer = get(FakeRequest.get().header("Accept", accept));

      assertThat(answer.headers()).containsEntry("Content-Type", type).containsKey("Vary");
      assertThat(answer.body())
          .isEqualTo(
              type.endsWith("yaml")
                  ? "\"asyncapi\": \"3.0.0\"\n"
                  : "{\n    \"asyncapi\": \"3.0.0\"\n}\n");
    }

    @Test
    void is_json_when_nothing_is_said() throws IOException {
      assertThat(get(FakeRequest.get()).headers())
          .containsEntry("Content-Type", "application/json");
    }

    @Test
    void comes_in_the_form_that_the_address_names() throws IOException {
      RecordedResponse answer =
          get(FakeRequest.get().header("Accept", "text/html").parameter("format", "YAML"));

      assertThat(answer.headers()).containsEntry("Content-Type", "application/yaml");
    }

    @ParameterizedTest
    @CsvSource({"image/png,", "*/*,xml"})
    void is_refused_in_any_other(String accept, String format) throws IOException {
      RecordedResponse answer =
          get(FakeRequest.get().header("Accept", accept).parameter("format", format));

      assertThat(answer.status()).isEqualTo(406);
      assertThat(answer.body()).contains("application/json", "application/yaml");
    }
  }

  @Nested
  class The_schema_of_an_event {
    @Test
    void is_found_by_its_subject() throws IOException {
      RecordedResponse answer = get(FakeRequest.get().path("/planning.thing.moved.json"));

      assertThat(answer.headers()).containsEntry("Content-Type", "application/schema+json");
      assertThat(answer.body()).contains("urn:witan:event:planning.thing.moved", "thing_id");
    }

    @Test
    void is_missing_when_there_is_no_such_event() throws IOException {
      RecordedResponse answer = get(FakeRequest.get().path("/planning.thing.lost.json"));

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("/asyncapi");
    }
  }
}
