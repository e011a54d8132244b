package io.witan.web.request;

import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Refuses query parameters that an operation does not know: a misspelt filter would otherwise be a
 * list of everything.
 */
@Provider
public class KnownQueryOnly implements ContainerRequestFilter {
  private static final Set<String> PAGE = Set.of("limit", "after");

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method operation = resource.getResourceMethod();
    if (operation != null && isOurs(operation) && operation.isAnnotationPresent(GET.class)) {
      check(operation, request.getUriInfo().getQueryParameters().keySet());
    }
  }

  /** The server has resources of its own in the application, such as the OpenAPI document. */
  static boolean isOurs(Method operation) {
    return operation.getDeclaringClass().getPackageName().startsWith("io.witan.");
  }

  static void check(Method operation, Collection<String> sent) {
    Set<String> known = known(operation);
    sent.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw unknown(name, known);
            });
  }

  private static InvalidValue unknown(String name, Set<String> known) {
    String expected = known.isEmpty() ? "none" : "one of " + String.join(", ", known);
    return new InvalidValue(
        new Refusal(
            Refusal.Code.INVALID_ARGUMENT,
            "there is no query parameter %s: expected %s".formatted(name, expected),
            List.of(new Refusal.Detail(name, "", expected))));
  }

  private static Set<String> known(Method operation) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(operation.getParameters())
        .flatMap(KnownQueryOnly::places)
        .flatMap(place -> Optional.ofNullable(place.getAnnotation(QueryParam.class)).stream())
        .forEach(parameter -> names.add(parameter.value()));
    if (isList(operation)) {
      names.addAll(PAGE);
    }
    return names;
  }

  /** Clients ask every list for a page; one without pages answers its only one. */
  private static boolean isList(Method operation) {
    return Arrays.stream(operation.getAnnotationsByType(APIResponse.class))
        .flatMap(answer -> Arrays.stream(answer.content()))
        .anyMatch(content -> content.schema().ref().equals("ItemsWire"));
  }

  /** Where a parameter of a method may say which query parameters it takes. */
  private static Stream<AnnotatedElement> places(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }
}
