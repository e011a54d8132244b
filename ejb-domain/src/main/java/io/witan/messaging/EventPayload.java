package io.witan.messaging;

import io.witan.shared.InvalidValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an event, each read by its name. A field that is not what it is to be is an {@link
 * InvalidValue} that names it; fields that nobody asks for do not matter.
 */
public final class EventPayload {
  private final JsonObject content;

  EventPayload(JsonObject content) {
    this.content = content;
  }

  /** A text that is there and not blank. */
  public String text(String field) {
    return optionalText(field).orElseThrow(() -> new InvalidValue(field, "", "a text"));
  }

  /** A text that may be missing, null or blank. */
  public Optional<String> optionalText(String field) {
    JsonValue value = content.getOrDefault(field, JsonValue.NULL);
    return value == JsonValue.NULL
        ? Optional.empty()
        : Optional.of(text(field, value)).filter(text -> !text.isBlank());
  }

  /** A text that stands for itself, or in a field of an object; it is there and not blank. */
  public String textOrIn(String field, String inside) {
    return content.get(field) instanceof JsonObject object
        ? new EventPayload(object).text(inside)
        : text(field);
  }

  /** The fields of an object; none of them is there when there is no such object. */
  public EventPayload in(String field) {
    return content.get(field) instanceof JsonObject object
        ? new EventPayload(object)
        : new EventPayload(JsonValue.EMPTY_JSON_OBJECT);
  }

  /** True or false; it may be missing or null. */
  public Optional<Boolean> optionalFlag(String field) {
    JsonValue value = content.getOrDefault(field, JsonValue.NULL);
    return switch (value.getValueType()) {
      case NULL -> Optional.empty();
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      default -> throw new InvalidValue(field, value.toString(), "true or false");
    };
  }

  /** The texts of a list; none when it is missing or null. */
  public List<String> texts(String field) {
    JsonValue value = content.getOrDefault(field, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return List.of();
    }
    if (!(value instanceof JsonArray list)) {
      throw new InvalidValue(field, value.toString(), "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue item : list) {
      texts.add(text("%s[%d]".formatted(field, texts.size()), item));
    }
    return texts;
  }

  /** A whole number that may be missing or null. */
  public Optional<Long> optionalWhole(String field) {
    JsonValue value = content.getOrDefault(field, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      return Optional.of(whole(field, number));
    }
    throw new InvalidValue(field, value.toString(), "a whole number");
  }

  /** A number of things that may be missing or null. */
  public Optional<Integer> optionalCount(String field) {
    return optionalWhole(field)
        .map(
            many -> {
              if (many < 0 || many > Integer.MAX_VALUE) {
                throw new InvalidValue(
                    field, many.toString(), "a whole number from 0 to " + Integer.MAX_VALUE);
              }
              return many.intValue();
            });
  }

  private static long whole(String field, JsonNumber number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException tooLarge) {
      throw new InvalidValue(field, number.toString(), "a whole number of 64 bits");
    }
  }

  /** The texts of an object by their names; none when it is missing or null. */
  public Map<String, String> namedTexts(String field) {
    JsonValue value = content.getOrDefault(field, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return Map.of();
    }
    if (!(value instanceof JsonObject object)) {
      throw new InvalidValue(field, value.toString(), "an object of texts");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach((name, item) -> texts.put(name, text(field + "." + name, item)));
    return texts;
  }

  private static String text(String field, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new InvalidValue(field, value.toString(), "a text");
  }
}
