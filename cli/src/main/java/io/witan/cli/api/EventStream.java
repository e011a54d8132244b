package io.witan.cli.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads server-sent events off a stream. */
public final class EventStream implements AutoCloseable {
  private final BufferedReader lines;

  public EventStream(InputStream stream) {
    this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** One event. */
  public record Event(String id, String type, String data) {}

  /**
   * Waits for the next event.
   *
   * @return nothing when the server has ended the stream
   */
  public Optional<Event> next() throws IOException {
    String id = "";
    String type = "message";
    StringBuilder data = new StringBuilder();
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.isEmpty() && !data.isEmpty()) {
        return Optional.of(new Event(id, type, data.substring(0, data.length() - 1)));
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "id" -> id = value;
        case "event" -> type = value;
        case "data" -> data.append(value).append('\n');
        default -> {
          // Comments keep the connection alive; other fields mean nothing here.
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
