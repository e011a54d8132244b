package io.witan.contract;

import io.witan.json.JsonText;
import io.witan.json.JsonTree;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Writes a document of maps, lists, texts, numbers and booleans for people to read. */
public final class DocumentText {
  private static final JsonWriterFactory PRETTY =
      JsonText.provider().createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
  private static final String STEP = "  ";

  private DocumentText() {}

  /** The document as JSON, indented. */
  public static String json(Map<String, ?> document) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = PRETTY.createWriter(text)) {
      writer.write(JsonTree.of(document));
    }
    return text.toString().strip() + "\n";
  }

  /** The document as YAML 1.2; texts are quoted as in JSON, so that none is taken for a number. */
  public static String yaml(Map<String, ?> document) {
    StringBuilder text = new StringBuilder();
    fields(text, document, "");
    return text.toString();
  }

  private static void fields(StringBuilder text, Map<?, ?> map, String indent) {
    map.forEach(
        (name, value) -> {
          text.append(indent).append(scalar(name)).append(':');
          value(text, value, indent);
        });
  }

  private static void value(StringBuilder text, Object value, String indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n');
      fields(text, map, indent + STEP);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      text.append('\n');
      list.forEach(item -> item(text, item, indent + STEP));
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private static void item(StringBuilder text, Object item, String indent) {
    text.append(indent).append('-');
    value(text, item, indent);
  }

  private static String scalar(Object value) {
    return JsonTree.value(value).toString();
  }
}
