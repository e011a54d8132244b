package io.witan.deliberation.adapter;

import io.witan.deliberation.port.TurnFailure.BadAnswer;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads a JSON object field by field; everything else than what is expected is a bad answer. */
final class StrictObject {
  private final String path;
  private final JsonObject content;

  StrictObject(String path, JsonObject content) {
    this.path = path;
    this.content = content;
  }

  /** Refuses fields of other names. */
  StrictObject withOnly(String... names) {
    Set<String> unknown = new TreeSet<>(content.keySet());
    unknown.removeAll(List.of(names));
    if (!unknown.isEmpty()) {
      throw new BadAnswer("%s has unknown fields %s".formatted(path, unknown));
    }
    return this;
  }

  String text(String name) {
    return text(path + "." + name, value(name));
  }

  /** A text; models write "none" as null, as an empty text, or by leaving the field out. */
  Optional<String> optionalText(String name) {
    JsonValue value = content.getOrDefault(name, JsonValue.NULL);
    return value == JsonValue.NULL
        ? Optional.empty()
        : Optional.of(text(path + "." + name, value)).filter(text -> !text.isBlank());
  }

  double number(String name) {
    if (value(name) instanceof JsonNumber number) {
      return number.doubleValue();
    }
    throw new BadAnswer("%s.%s is not a number".formatted(path, name));
  }

  int integer(String name) {
    return integer(path + "." + name, value(name));
  }

  List<String> texts(String name) {
    return each(name, place -> text(place.name(), place.value()));
  }

  List<Integer> integers(String name) {
    return each(name, place -> integer(place.name(), place.value()));
  }

  List<StrictObject> objects(String name) {
    return each(name, StrictObject::object);
  }

  private record Place(String name, JsonValue value) {}

  private <T> List<T> each(String name, Function<Place, T> read) {
    if (!(value(name) instanceof JsonArray array)) {
      throw new BadAnswer("%s.%s is not a list".formatted(path, name));
    }
    List<T> items = new ArrayList<>();
    for (JsonValue value : array) {
      items.add(read.apply(new Place("%s.%s[%d]".formatted(path, name, items.size()), value)));
    }
    return items;
  }

  private JsonValue value(String name) {
    JsonValue value = content.get(name);
    if (value == null) {
      throw new BadAnswer("%s.%s is missing".formatted(path, name));
    }
    return value;
  }

  private static StrictObject object(Place place) {
    if (place.value() instanceof JsonObject object) {
      return new StrictObject(place.name(), object);
    }
    throw new BadAnswer(place.name() + " is not an object");
  }

  private static String text(String name, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new BadAnswer(name + " is not a text");
  }

  private static int integer(String name, JsonValue value) {
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        return number.intValueExact();
      } catch (ArithmeticException tooLarge) {
        throw new BadAnswer(name + " is too large", tooLarge);
      }
    }
    throw new BadAnswer(name + " is not a whole number");
  }
}
