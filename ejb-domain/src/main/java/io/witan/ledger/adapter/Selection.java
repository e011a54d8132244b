package io.witan.ledger.adapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a list of aggregates is narrowed to: all conditions hold together. */
public final class Selection {
  private final Map<String, Object> equal = new LinkedHashMap<>();
  private final Map<String, Object> parts = new LinkedHashMap<>();

  /** Everything, until it is narrowed. */
  public static Selection all() {
    return new Selection();
  }

  /** Narrows it to those whose property has that value; an absent one does not narrow. */
  public Selection where(String property, Optional<?> value) {
    value.ifPresent(wanted -> equal.put(property, wanted));
    return this;
  }

  /** Narrows it to those whose property has that text in it, in upper or lower case. */
  public Selection containing(String property, Optional<String> text) {
    text.ifPresent(part -> parts.put(property, part.toLowerCase(Locale.ROOT)));
    return this;
  }

  /** The properties that must have one value. */
  Set<String> properties() {
    return equal.keySet();
  }

  /** The conditions on {@code a}. */
  List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    equal.keySet().forEach(name -> conditions.add("a.%s = $%s".formatted(name, name)));
    parts
        .keySet()
        .forEach(name -> conditions.add("toLower(a.%s) CONTAINS $part_%s".formatted(name, name)));
    return conditions;
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(equal);
    parts.forEach((name, part) -> parameters.put("part_" + name, part));
    return parameters;
  }

  /** Tells it from other selections. */
  @Override
  public String toString() {
    return equal + " " + parts;
  }
}
