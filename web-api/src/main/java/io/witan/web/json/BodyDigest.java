package io.witan.web.json;

import io.witan.shared.Sha256;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What tells the body of a request from others; it says nothing about what is secret in it. */
final class BodyDigest {
  private static final JsonBuilderFactory BUILDERS =
      JsonProvider.provider().createBuilderFactory(Map.of());

  private BodyDigest() {}

  /** SHA-256, hex: of the bytes, or of the object without what its type declares a secret. */
  static String of(byte[] bytes, JsonObject body, Class<?> type) {
    Set<String> secrets =
        Shape.of(type).fields().stream()
            .filter(Shape.Field::isSecret)
            .map(Shape.Field::name)
            .collect(Collectors.toSet());
    return secrets.isEmpty() ? Sha256.hex(bytes) : Sha256.hex(without(secrets, body));
  }

  private static String without(Set<String> secrets, JsonObject body) {
    JsonObjectBuilder open = BUILDERS.createObjectBuilder(body);
    secrets.forEach(open::remove);
    return open.build().toString();
  }
}
