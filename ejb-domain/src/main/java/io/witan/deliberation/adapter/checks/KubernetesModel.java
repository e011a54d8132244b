package io.witan.deliberation.adapter.checks;

import com.google.gson.annotations.SerializedName;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a type of the official client tells of itself: its fields by their names in manifests, and
 * which of them must be there.
 */
record KubernetesModel(Map<String, Type> fields, Collection<String> required) {
  private static final String PACKAGE = "io.kubernetes.client.openapi.models";

  static boolean isModel(Type type) {
    return type instanceof Class<?> candidate && candidate.getPackageName().equals(PACKAGE);
  }

  static KubernetesModel of(Class<?> type) {
    Map<String, Type> fields = new TreeMap<>();
    for (Field field : type.getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null && !Modifier.isStatic(field.getModifiers())) {
        fields.put(name.value(), field.getGenericType());
      }
    }
    return new KubernetesModel(fields, required(type));
  }

  private static Collection<String> required(Class<?> type) {
    try {
      Collection<?> names = (Collection<?>) type.getField("openapiRequiredFields").get(null);
      return new TreeSet<>(names.stream().map(String.class::cast).toList());
    } catch (ReflectiveOperationException otherVersion) {
      throw new IllegalStateException(type + " names no required fields", otherVersion);
    }
  }

  Optional<Type> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
