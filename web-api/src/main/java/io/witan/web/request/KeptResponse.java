package io.witan.web.request;

import io.witan.web.json.RecordWriter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An answer in the form in which it is kept: status, headers and body, written as in HTTP. Also the
 * first time it is sent from this form, so that a repetition cannot look different.
 */
record KeptResponse(int status, Map<String, String> headers, String body) {
  KeptResponse {
    headers = Map.copyOf(headers);
  }

  /** Of what a resource answers: a record, or nothing. */
  static KeptResponse of(Response response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .getStringHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return new KeptResponse(response.getStatus(), headers, body(response));
  }

  private static String body(Response response) {
    if (!response.hasEntity()) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordWriter.write(response.getEntity(), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  String text() {
    String lines =
        new TreeMap<>(headers)
            .entrySet().stream()
                .map(header -> "%s: %s\n".formatted(header.getKey(), header.getValue()))
                .collect(Collectors.joining());
    return "%d\n%s\n%s".formatted(status, lines, body);
  }

  /** Reads what {@link #text()} wrote. */
  static KeptResponse parse(String text) {
    int headersEnd = text.indexOf("\n\n");
    String[] lines = text.substring(0, headersEnd).split("\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int line = 1; line < lines.length; line++) {
      int colon = lines[line].indexOf(": ");
      headers.put(lines[line].substring(0, colon), lines[line].substring(colon + 2));
    }
    return new KeptResponse(Integer.parseInt(lines[0]), headers, text.substring(headersEnd + 2));
  }

  Response response() {
    Response.ResponseBuilder builder = Response.status(status);
    headers.forEach(builder::header);
    if (!body.isEmpty()) {
      builder.entity(body.getBytes(StandardCharsets.UTF_8));
    }
    return builder.build();
  }
}
