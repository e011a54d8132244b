package io.witan.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/**
 * Reads and begins JSON. The methods of {@code jakarta.json.Json} look their provider up in the
 * class path at every call, which costs more than the work itself; here it is looked up once.
 */
public final class JsonText {
  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

  private JsonText() {}

  /** The provider itself, for factories with settings of their own. */
  public static JsonProvider provider() {
    return PROVIDER;
  }

  /**
   * Reads the object that a text begins with; what follows it is not looked at.
   *
   * @throws jakarta.json.JsonException when the text begins with no JSON object
   */
  public static JsonObject object(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  public static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  public static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  public static JsonValue value(String text) {
    return PROVIDER.createValue(text);
  }

  public static JsonValue value(long number) {
    return PROVIDER.createValue(number);
  }

  public static JsonValue value(double number) {
    return PROVIDER.createValue(number);
  }
}
