package io.witan.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A page or script of ours that lies beside a class. It is sent with headers that let it load
 * nothing from elsewhere, run no script but ours, and stay out of other pages' frames.
 */
public final class PageFile {
  private static final String NOTHING_FROM_OUTSIDE =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final String type;
  private final String text;

  private PageFile(String type, String text) {
    this.type = type;
    this.text = text;
  }

  /**
   * Reads the file.
   *
   * @param values what stands for each name in braces, such as {@code {root}}
   */
  public static PageFile of(Class<?> beside, String name, Map<String, String> values) {
    String text = read(beside, name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return new PageFile(name.endsWith(".js") ? "text/javascript" : "text/html", text);
  }

  public String text() {
    return text;
  }

  /** Answers a request with it. */
  public void send(HttpServletResponse response) throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Security-Policy", NOTHING_FROM_OUTSIDE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.getWriter().write(text);
  }

  private static String read(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
