package io.witan.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.web.WitanApplication;
import io.witan.web.identity.SessionResource;
import io.witan.web.json.Shape;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.ListQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryOperationTest {
  private static final Set<String> OPEN =
      Set.of(
          "AboutResource.about",
          "KeyResource.keys",
          "SessionResource.logIn",
          "TokenResource.issue");

  static List<Method> operations() {
    return new WitanApplication()
        .getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .sorted(Comparator.comparing(Class::getName))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(EveryOperationTest::isOperation)
            .toList();
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(mark -> mark.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  @Test
  void are_all_found() {
    assertThat(operations()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void says_what_it_does_and_who_may(Method operation) {
    Operation words = operation.getAnnotation(Operation.class);

    assertThat(words).as("@Operation").isNotNull();
    assertThat(words.summary()).isNotBlank();
    assertThat(words.description()).matches("(?s)(Open to all|Any role|Role: ).*");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answers_a_record_that_is_described(Method operation) {
    Set<String> described =
        WireSchemas.RECORDS.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    Arrays.stream(operation.getAnnotationsByType(APIResponse.class))
        .flatMap(answer -> Arrays.stream(answer.content()))
        .forEach(content -> assertThat(described).contains(content.schema().ref()));
    Arrays.stream(operation.getParameterTypes())
        .filter(Class::isRecord)
        .forEach(body -> assertThat(described).contains(body.getSimpleName()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void says_what_its_query_parameters_mean(Method operation) {
    String list =
        Optional.ofNullable(operation.getAnnotation(Path.class))
            .orElseGet(() -> operation.getDeclaringClass().getAnnotation(Path.class))
            .value();

    assertThat(Arrays.stream(operation.getParameters()).flatMap(EveryOperationTest::places))
        .filteredOn(place -> place.isAnnotationPresent(QueryParam.class))
        .filteredOn(place -> !place.isAnnotationPresent(Parameter.class))
        .extracting(place -> place.getAnnotation(QueryParam.class).value())
        .allSatisfy(name -> assertThat(QueryParameters.of("/" + list, name)).isPresent());
  }

  @Test
  void that_is_ordered_and_counted_is_described_so() {
    assertThat(operations())
        .filteredOn(operation -> List.of(operation.getParameterTypes()).contains(ListQuery.class))
        .extracting(operation -> operation.getDeclaringClass().getAnnotation(Path.class).value())
        .containsExactlyInAnyOrderElementsOf(QueryParameters.ORDERED);
  }

  private static Stream<AnnotatedElement> places(java.lang.reflect.Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void answers_once_under_a_key(Method write) {
    assertThat(write.getDeclaringClass())
        .as("needs @AnswersOnce, so that its writes take an Idempotency-Key")
        .hasAnnotation(AnswersOnce.class);
    assertThat(write.getReturnType()).isEqualTo(Response.class);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void keeps_nothing_of_a_password(Method operation) {
    assertThat(operation.getParameterTypes())
        .filteredOn(Class::isRecord)
        .flatExtracting(body -> Shape.of(body).fields())
        .filteredOn(field -> field.name().contains("password"))
        .allMatch(Shape.Field::isSecret);
  }

  /** What changes something that is kept: a session is a cookie, a token is nowhere kept. */
  static List<Method> writes() {
    return operations().stream()
        .filter(operation -> !operation.isAnnotationPresent(GET.class))
        .filter(operation -> !operation.isAnnotationPresent(PermitAll.class))
        .filter(operation -> operation.getDeclaringClass() != SessionResource.class)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void is_closed_unless_it_is_one_of_the_few_open_ones(Method operation) {
    boolean open = operation.isAnnotationPresent(PermitAll.class);

    assertThat(open)
        .isEqualTo(
            OPEN.contains(
                operation.getDeclaringClass().getSimpleName() + "." + operation.getName()));
    assertThat(operation.getAnnotation(Operation.class).description().startsWith("Open to all"))
        .isEqualTo(open);
  }
}
