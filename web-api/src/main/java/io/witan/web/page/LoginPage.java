package io.witan.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The page {@code /api/login}: a form that opens a session, and a button that ends it. */
@WebServlet({"/api/login", "/api/login/login.js"})
public class LoginPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean script = request.getServletPath().endsWith(".js");
    page(script ? "login.js" : "login.html", request.getContextPath()).send(response);
  }

  static PageFile page(String file, String contextPath) {
    return PageFile.of(LoginPage.class, file, Map.of("root", contextPath));
  }
}
