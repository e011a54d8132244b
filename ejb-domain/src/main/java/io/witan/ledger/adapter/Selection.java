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
  private Optional<String> flag = Optional.empty();

  /** Everything, until it is narrowed. */
  public static Selection all() {
    return new Selection();
  }

  /** Narrows it to those whose property has that value; an absent one does not narrow. */
  public Selection where(String property, Optional<?> value) {
    value.ifPresent(wanted -> equal.put(property, wanted));
    return this;
  }

  /**
   * Shows those where a flag is set beside those where it is not. That narrows nothing; but an
   * index that has the flag in it is in the order of the list for each of its values alone.
   */
  public Selection either(String property) {
    flag = Optional.of(property);
    return this;
  }

  /** The selections that together are this one, each of which an index may have in order. */
  List<Selection> cases() {
    return flag.map(property -> List.of(when(property, false), when(property, true)))
        .orElse(List.of(this));
  }

  private Selection when(String property, boolean value) {
    Selection one = new Selection().where(property, Optional.of(value));
    one.equal.putAll(equal);
    one.parts.putAll(parts);
    return one;
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
    equal.forEach((name, value) -> conditions.add("a.%s = %s".formatted(name, term(name, value))));
    parts
        .keySet()
        .forEach(name -> conditions.add("toLower(a.%s) CONTAINS $part_%s".formatted(name, name)));
    return conditions;
  }

  /** What differs from case to case cannot be a parameter of the statement. */
  private static String term(String name, Object value) {
    return value instanceof Boolean ? value.toString() : "$" + name;
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(equal);
    parts.forEach((name, part) -> parameters.put("part_" + name, part));
    return parameters;
  }

  /** Tells it from other selections. */
  @Override
  public String toString() {
    return equal + " " + parts + flag.map(" either "::concat).orElse("");
  }
}
