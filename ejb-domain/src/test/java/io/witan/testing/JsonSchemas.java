package io.witan.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.witan.contract.DocumentText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds JSON against JSON Schemas. */
public final class JsonSchemas {
  private static final SchemaRegistry SCHEMAS = registry(SpecificationVersion.DRAFT_2020_12);
  private static final SchemaRegistry OLD_SCHEMAS = registry(SpecificationVersion.DRAFT_7);

  private JsonSchemas() {}

  private static SchemaRegistry registry(SpecificationVersion version) {
    SchemaRegistryConfig formatsCount =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
        version, registry -> registry.schemaRegistryConfig(formatsCount));
  }

  /** What is wrong with the text by a schema of 2020-12; whatever the schema does not name is. */
  public static List<String> faultsOfClosed(Map<String, Object> schema, String json) {
    return faults(SCHEMAS.getSchema(DocumentText.json(closed(schema))), json);
  }

  /** What is wrong with the text by a schema of 2020-12. */
  public static List<String> faults(Map<String, Object> schema, String json) {
    return faults(SCHEMAS.getSchema(DocumentText.json(schema)), json);
  }

  /** What is wrong with the text by a schema of draft 7. */
  public static List<String> faultsByDraft7(String schema, String json) {
    return faults(OLD_SCHEMAS.getSchema(schema), json);
  }

  private static List<String> faults(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  /** The same schema, in which objects have no other fields. */
  private static Map<String, Object> closed(Map<?, ?> schema) {
    Map<String, Object> closed = new LinkedHashMap<>();
    schema.forEach((name, value) -> closed.put(String.valueOf(name), closedValue(value)));
    // Closed and open ones must not be taken for each other.
    closed.remove("$id");
    if ("object".equals(schema.get("type"))) {
      closed.put("additionalProperties", false);
    }
    return closed;
  }

  private static Object closedValue(Object value) {
    if (value instanceof Map<?, ?> map) {
      return closed(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(JsonSchemas::closedValue).toList()
        : value;
  }
}
