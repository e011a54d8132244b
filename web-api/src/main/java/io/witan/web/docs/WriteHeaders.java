package io.witan.web.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The headers that writes take. */
final class WriteHeaders {
  private static final String IF_MATCH = "IfMatch";

  private WriteHeaders() {}

  /** The names of those that the operation takes: what does not exist yet has no version. */
  static List<String> of(Operation operation) {
    boolean versioned = ProblemResponses.namesSomething(operation);
    return all().keySet().stream().filter(name -> versioned || !name.equals(IF_MATCH)).toList();
  }

  static Map<String, Parameter> all() {
    Map<String, Parameter> headers = new LinkedHashMap<>();
    headers.put(
        "IdempotencyKey",
        header(
            "Idempotency-Key",
            "A key of your own, 1 to 200 characters: for a day, a repetition gives the first answer and"
                + " changes nothing; another request under it is refused (422)"));
    headers.put(
        IF_MATCH,
        header("If-Match", "The version that you saw, as in ETag; 412 when it is another now"));
    headers.put("TraceParent", header("traceparent", "Joins this request with your trace (W3C)"));
    return headers;
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(false)
        .description(description)
        .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
  }
}
