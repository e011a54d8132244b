package io.witan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.witan.json.JsonText;
import io.witan.ledger.relay.EventStreams;
import io.witan.testing.CommittedDoc;
import io.witan.testing.Contracts;
import io.witan.testing.JsonSchemas;
import io.witan.testing.PlainTable;
import jakarta.json.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  private static final Properties SETTINGS = settings();
  private static final List<Subscription> SUBSCRIPTIONS =
      Subscription.of(SETTINGS.stringPropertyNames(), SETTINGS::getProperty);
  private static final Map<String, Object> DOCUMENT =
      new AsyncApi(Contracts.catalog(), new EventStreams(1), SUBSCRIPTIONS).document("1");

  private static Properties settings() {
    Properties settings = new Properties();
    try (InputStream file =
        AsyncApi.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      settings.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return settings;
  }

  @Test
  void is_valid_by_the_schema_of_asyncapi() {
    String schema = PlainTable.text(AsyncApi.class, "/asyncapi/3.0.0.json");

    assertThat(JsonSchemas.faultsByDraft7(schema, DocumentText.json(DOCUMENT))).isEmpty();
  }

  @Test
  void would_not_be_valid_with_an_operation_that_does_nothing() {
    String schema = PlainTable.text(AsyncApi.class, "/asyncapi/3.0.0.json");
    String broken = DocumentText.json(DOCUMENT).replace("\"action\": \"send\"", "\"action\": \"\"");

    assertThat(JsonSchemas.faultsByDraft7(schema, broken)).isNotEmpty();
  }

  @Test
  void is_the_committed_one() {
    CommittedDoc.inTestResources("io/witan/contract/")
        .mustSay("asyncapi.json", DocumentText.json(DOCUMENT));
  }

  @Test
  void refers_to_nothing_that_is_not_there() {
    var json = JsonText.object(DocumentText.json(DOCUMENT));

    assertThat(
            Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                .matcher(json.toString())
                .results()
                .map(reference -> JsonText.provider().createPointer(reference.group(1))))
        .isNotEmpty()
        .allMatch((JsonPointer pointer) -> pointer.containsValue(json));
  }

  @Test
  void describes_every_event_that_is_listened_to() {
    assertThat(SUBSCRIPTIONS).isNotEmpty();
    assertThat(SUBSCRIPTIONS)
        .allSatisfy(
            subscription ->
                assertThat(Contracts.catalog().of(subscription.subject()))
                    .as(Contracts.howToDeclare(subscription.subject()))
                    .isPresent());
  }

  @Test
  void lists_what_comes_from_outside_only_when_somebody_listens() {
    assertThat(SUBSCRIPTIONS.stream().map(Subscription::subject))
        .containsAll(Contracts.catalog().received().stream().map(EventContract::subject).toList());
  }

  @Test
  void is_the_same_in_yaml() throws IOException {
    assertThat(new YAMLMapper().readTree(DocumentText.yaml(DOCUMENT)))
        .isEqualTo(new ObjectMapper().readTree(DocumentText.json(DOCUMENT)));
  }
}
