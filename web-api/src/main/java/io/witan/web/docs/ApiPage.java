package io.witan.web.docs;

import io.witan.web.page.PageFile;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The page {@code /api/docs}: Swagger UI over our OpenAPI document. */
@WebServlet({"/api/docs", "/api/docs/*"})
public class ApiPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean script = "/start.js".equals(request.getPathInfo());
    page(script ? "start.js" : "page.html", request.getContextPath()).send(response);
  }

  static PageFile page(String file, String contextPath) {
    return PageFile.of(
        ApiPage.class,
        file,
        Map.of(
            "root",
            contextPath,
            "assets",
            contextPath + "/webjars/swagger-ui/" + BuildFacts.swaggerUiVersion()));
  }
}
