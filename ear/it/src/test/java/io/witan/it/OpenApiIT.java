package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the API, as the server hands it out. */
@ExtendWith(SharedStack.class)
class OpenApiIT {
  private static JsonObject api;

  /** One operation and where it is. */
  private record Described(String path, String method, JsonObject operation) {
    boolean writes() {
      return method.equals("post") || (method.equals("delete") && isAboutSomething());
    }

    boolean isAboutSomething() {
      return path.contains("{");
    }

    boolean isOpen() {
      return !operation.containsKey("security");
    }

    String text() {
      return operation.toString();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  static void read(WitanStack stack) {
    stack.up();
    Rest.Answer answer = stack.nobody().page("/openapi?format=json");
    assertThat(answer.status()).isEqualTo(200);
    api = Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static List<Described> operations() {
    List<Described> operations = new ArrayList<>();
    api.getJsonObject("paths")
        .forEach(
            (path, methods) ->
                methods
                    .asJsonObject()
                    .forEach(
                        (method, operation) ->
                            operations.add(new Described(path, method, operation.asJsonObject()))));
    return operations;
  }

  @Test
  void says_of_every_operation_what_it_does() {
    assertThat(operations()).hasSizeGreaterThan(30);
    assertThat(operations())
        .allSatisfy(
            described -> assertThat(described.operation().getString("summary")).isNotBlank());
  }

  @Test
  void refers_to_nothing_that_is_not_there() {
    Stream<String> references =
        Pattern.compile("\"\\$ref\":\"#/components/([^/]+)/([^\"]+)\"")
            .matcher(api.toString())
            .results()
            .map(OpenApiIT::missing)
            .flatMap(List::stream);

    assertThat(references).isEmpty();
  }

  private static List<String> missing(MatchResult reference) {
    JsonObject kind = api.getJsonObject("components").getJsonObject(reference.group(1));
    boolean found = kind != null && kind.containsKey(reference.group(2));
    return found ? List.of() : List.of(reference.group());
  }

  @ParameterizedTest
  @ValueSource(strings = {"projects", "epics", "stories", "tasks", "ceremonies", "derivations"})
  void says_how_a_list_is_narrowed_ordered_and_cut(String list) {
    JsonObject operation =
        api.getJsonObject("paths").getJsonObject("/api/v1/" + list).getJsonObject("get");
    Map<String, JsonObject> parameters =
        operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
            .collect(Collectors.toMap(parameter -> parameter.getString("name"), one -> one));

    assertThat(parameters).containsKeys("limit", "after", "sort", "total");
    assertThat(parameters.values())
        .allSatisfy(parameter -> assertThat(parameter.getString("description")).isNotBlank());
    JsonObject order = parameters.get("sort").getJsonObject("schema");
    assertThat(order.getString("default")).isEqualTo("created_at");
    assertThat(order.getJsonArray("enum")).hasSize(4);
    assertThat(parameters.get(list.equals("stories") ? "state" : "status").getJsonObject("schema"))
        .containsKey("enum");
  }

  @Test
  void takes_a_version_where_there_is_something_that_has_one() {
    assertThat(operations())
        .filteredOn(described -> described.writes() && !described.isOpen())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            described -> {
              assertThat(described.text().contains("parameters/IfMatch"))
                  .isEqualTo(described.isAboutSomething());
              assertThat(described.text().contains("responses/Problem412"))
                  .isEqualTo(described.isAboutSomething());
            });
  }
}
