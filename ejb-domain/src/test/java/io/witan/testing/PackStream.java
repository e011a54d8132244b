package io.witan.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of the Bolt protocol, as far as query plans need them: no times, no points. */
final class PackStream {
  private PackStream() {}

  /** A message, or a value of many parts. */
  record Struct(int signature, List<Object> fields) {}

  static void write(DataOutputStream out, Object value) throws IOException {
    if (value == null) {
      out.writeByte(0xC0);
    } else if (value instanceof Boolean flag) {
      out.writeByte(flag ? 0xC3 : 0xC2);
    } else if (value instanceof Number number) {
      out.writeByte(0xCB);
      out.writeLong(number.longValue());
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      size(out, 0xD2, bytes.length);
      out.write(bytes);
    } else if (value instanceof List<?> list) {
      size(out, 0xD6, list.size());
      for (Object item : list) {
        write(out, item);
      }
    } else if (value instanceof Map<?, ?> map) {
      size(out, 0xDA, map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(out, String.valueOf(entry.getKey()));
        write(out, entry.getValue());
      }
    } else if (value instanceof Struct struct) {
      out.writeByte(0xB0 + struct.fields().size());
      out.writeByte(struct.signature());
      for (Object field : struct.fields()) {
        write(out, field);
      }
    } else {
      throw new IOException("cannot send a " + value.getClass());
    }
  }

  private static void size(DataOutputStream out, int marker, int size) throws IOException {
    out.writeByte(marker);
    out.writeInt(size);
  }

  static Object read(DataInputStream in) throws IOException {
    int marker = in.readUnsignedByte();
    if (marker < 0x80 || marker >= 0xF0) {
      return (long) (byte) marker;
    }
    return switch (marker & 0xF0) {
      case 0x80 -> text(in, marker & 0x0F);
      case 0x90 -> list(in, marker & 0x0F);
      case 0xA0 -> map(in, marker & 0x0F);
      case 0xB0 -> new Struct(in.readUnsignedByte(), list(in, marker & 0x0F));
      default -> sized(in, marker);
    };
  }

  private static Object sized(DataInputStream in, int marker) throws IOException {
    return switch (marker) {
      case 0xC0 -> null;
      case 0xC1 -> in.readDouble();
      case 0xC2 -> false;
      case 0xC3 -> true;
      case 0xC8 -> (long) in.readByte();
      case 0xC9 -> (long) in.readShort();
      case 0xCA -> (long) in.readInt();
      case 0xCB -> in.readLong();
      case 0xD0 -> text(in, in.readUnsignedByte());
      case 0xD1 -> text(in, in.readUnsignedShort());
      case 0xD2 -> text(in, in.readInt());
      case 0xD4 -> list(in, in.readUnsignedByte());
      case 0xD5 -> list(in, in.readUnsignedShort());
      case 0xD6 -> list(in, in.readInt());
      case 0xD8 -> map(in, in.readUnsignedByte());
      case 0xD9 -> map(in, in.readUnsignedShort());
      case 0xDA -> map(in, in.readInt());
      default -> throw new IOException("no such marker: %02x".formatted(marker));
    };
  }

  private static String text(DataInputStream in, int size) throws IOException {
    return new String(in.readNBytes(size), StandardCharsets.UTF_8);
  }

  private static List<Object> list(DataInputStream in, int size) throws IOException {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(read(in));
    }
    return list;
  }

  private static Map<String, Object> map(DataInputStream in, int size) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(String.valueOf(read(in)), read(in));
    }
    return map;
  }
}
