package io.witan.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A contract as plain lines under headings ({@code message Story}, {@code service ...}), read
 * either from a committed text or from the generated descriptors, so that the two can be compared.
 * The order of messages, fields and methods carries no meaning on the wire and is ignored.
 */
final class Contract {

  private Contract() {}

  static SortedMap<String, SortedSet<String>> of(List<String> text) {
    SortedMap<String, SortedSet<String>> blocks = new TreeMap<>();
    SortedSet<String> current = new TreeSet<>();
    for (String line : text) {
      if (line.startsWith("  ")) {
        current.add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current = new TreeSet<>();
        if (blocks.put(line.strip(), current) != null) {
          throw new IllegalArgumentException("told twice: " + line);
        }
      }
    }
    return blocks;
  }

  static SortedMap<String, SortedSet<String>> of(FileDescriptor file) {
    SortedMap<String, SortedSet<String>> blocks = new TreeMap<>();
    blocks.put("package " + file.getPackage(), new TreeSet<>());
    for (ServiceDescriptor service : file.getServices()) {
      SortedSet<String> lines = new TreeSet<>();
      service.getMethods().forEach(method -> lines.add(line(method)));
      blocks.put("service " + service.getName(), lines);
    }
    for (Descriptor message : file.getMessageTypes()) {
      SortedSet<String> lines = new TreeSet<>();
      message.getFields().forEach(field -> lines.add(line(field)));
      blocks.put("message " + message.getName(), lines);
    }
    for (EnumDescriptor values : file.getEnumTypes()) {
      SortedSet<String> lines = new TreeSet<>();
      values.getValues().forEach(value -> lines.add(value.getNumber() + " " + value.getName()));
      blocks.put("enum " + values.getName(), lines);
    }
    return blocks;
  }

  private static String line(MethodDescriptor method) {
    return "%s (%s%s) -> %s%s"
        .formatted(
            method.getName(),
            method.isClientStreaming() ? "stream " : "",
            method.getInputType().getName(),
            method.isServerStreaming() ? "stream " : "",
            method.getOutputType().getName());
  }

  private static String line(FieldDescriptor field) {
    return field.getNumber() + " " + field.getName() + " " + label(field) + type(field);
  }

  private static String label(FieldDescriptor field) {
    if (field.isMapField()) {
      return "";
    }
    if (field.isRepeated()) {
      return "repeated ";
    }
    return field.toProto().getProto3Optional() ? "optional " : "";
  }

  private static String type(FieldDescriptor field) {
    if (field.isMapField()) {
      Descriptor entry = field.getMessageType();
      return "map<%s,%s>"
          .formatted(type(entry.findFieldByNumber(1)), type(entry.findFieldByNumber(2)));
    }
    return switch (field.getJavaType()) {
      case MESSAGE -> name(field.getFile(), field.getMessageType());
      case ENUM -> name(field.getFile(), field.getEnumType());
      default -> field.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String name(FileDescriptor home, GenericDescriptor type) {
    return type.getFile().equals(home) ? type.getName() : type.getFullName();
  }
}
