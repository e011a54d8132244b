package io.witan.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;

class KnownQueryOnlyTest {

  /** Two operations as a resource has them. */
  interface Operations {
    void list(@QueryParam("state") String state, @BeanParam ListQuery query);

    void get(@PathParam("id") String id);

    @APIResponse(content = @Content(schema = @Schema(ref = "ItemsWire")))
    void all();
  }

  private static Method operation(String name) {
    return Stream.of(Operations.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lets_pass_what_an_operation_takes() {
    assertThatCode(
            () ->
                KnownQueryOnly.check(
                    operation("list"), List.of("state", "limit", "after", "sort", "total")))
        .doesNotThrowAnyException();
    assertThatCode(() -> KnownQueryOnly.check(operation("get"), List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void lets_every_list_be_asked_for_a_page() {
    assertThatCode(() -> KnownQueryOnly.check(operation("all"), List.of("limit", "after")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> KnownQueryOnly.check(operation("all"), List.of("state")))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void leaves_the_resources_of_the_server_alone() throws NoSuchMethodException {
    assertThat(KnownQueryOnly.isOurs(operation("all"))).isTrue();
    assertThat(KnownQueryOnly.isOurs(String.class.getMethod("length"))).isFalse();
  }

  @Test
  void names_what_an_operation_takes() {
    assertThatThrownBy(() -> KnownQueryOnly.check(operation("list"), List.of("stat")))
        .isInstanceOf(InvalidValue.class)
        .hasMessage(
            "there is no query parameter stat: expected one of after, limit, sort, state, total");
    assertThatThrownBy(() -> KnownQueryOnly.check(operation("get"), List.of("limit")))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("there is no query parameter limit: expected none");
  }
}
