package io.witan.web.docs;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page {@code /api/docs}: Swagger UI over our OpenAPI document. */
@WebServlet({"/api/docs", "/api/docs/*"})
public class ApiPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String NOTHING_FROM_OUTSIDE =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean script = "/start.js".equals(request.getPathInfo());
    response.setContentType(script ? "text/javascript" : "text/html");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Security-Policy", NOTHING_FROM_OUTSIDE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getWriter().write(page(script ? "start.js" : "page.html", request.getContextPath()));
  }

  static String page(String file, String contextPath) {
    return read(file)
        .replace("{root}", contextPath)
        .replace("{assets}", contextPath + "/webjars/swagger-ui/" + BuildFacts.swaggerUiVersion());
  }

  private static String read(String file) {
    try (InputStream stream = ApiPage.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
