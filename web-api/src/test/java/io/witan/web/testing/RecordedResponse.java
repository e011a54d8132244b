package io.witan.web.testing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what a servlet answers. */
public final class RecordedResponse {
  private final Map<String, String> headers = new TreeMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringWriter text = new StringWriter();
  private int status = 200;

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public String body() {
    return bytes.toString(StandardCharsets.UTF_8) + text;
  }

  /** The response itself; what is not needed here answers nothing. */
  public HttpServletResponse made() {
    PrintWriter writer = new PrintWriter(text);
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            RecordedResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, told, arguments) ->
                switch (told.getName()) {
                  case "setStatus" -> setStatus((int) arguments[0]);
                  case "setHeader" ->
                      headers.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
                  case "setContentType" ->
                      headers.put("Content-Type", String.valueOf(arguments[0]));
                  case "setCharacterEncoding" -> null;
                  case "getWriter" -> writer;
                  case "getOutputStream" -> new Output(bytes);
                  default -> throw new UnsupportedOperationException(told.getName());
                });
  }

  private Object setStatus(int answered) {
    status = answered;
    return null;
  }

  private static final class Output extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Output(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int oneByte) {
      bytes.write(oneByte);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("nobody writes here by events");
    }
  }
}
