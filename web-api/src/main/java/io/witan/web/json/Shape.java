package io.witan.web.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a record looks in JSON: its components in order, named in snake_case. */
public final class Shape {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  private final Constructor<?> constructor;
  private final List<Field> fields;

  /**
   * One component.
   *
   * @param name as it is in JSON
   * @param type as it is declared
   * @param isSecret whether nothing may be kept of it
   */
  public record Field(String name, Type type, Method accessor, boolean isSecret) {}

  private Shape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("every record has its constructor", impossible);
    }
    constructor.setAccessible(true);
    fields = Arrays.stream(components).map(Shape::field).toList();
  }

  /** The shape of a record type. */
  public static Shape of(Class<?> recordType) {
    return SHAPES.get(recordType);
  }

  private static Field field(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Field(
        snakeCase(component.getName()),
        component.getGenericType(),
        accessor,
        component.isAnnotationPresent(Secret.class));
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  public List<Field> fields() {
    return fields;
  }

  String names() {
    return fields.isEmpty()
        ? "no field at all"
        : "one of " + fields.stream().map(Field::name).collect(Collectors.joining(", "));
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the constructor is accessible", impossible);
    }
  }

  static Object read(Field field, Object from) {
    try {
      return field.accessor().invoke(from);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("cannot read " + field.name(), broken);
    }
  }
}
