package io.witan.web.docs;

import io.witan.contract.AsyncApi;
import io.witan.contract.EventCatalog;
import io.witan.contract.EventContract;
import io.witan.contract.StreamNames;
import io.witan.contract.Subscription;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The AsyncAPI document at {@code /asyncapi}, and the JSON Schema of each event at {@code
 * /asyncapi/schemas/<subject>.json}; open to all, as the OpenAPI document is.
 */
@WebServlet({"/asyncapi", "/asyncapi/schemas/*"})
public class EventsDocument extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SCHEMA_TYPE = "application/schema+json";
  private static final String SUFFIX = ".json";

  private final transient EventCatalog catalog;
  private final transient Map<String, Object> document;

  @Inject
  public EventsDocument(EventCatalog catalog, StreamNames streams, Config config) {
    this(
        catalog,
        new AsyncApi(
                catalog,
                streams,
                Subscription.of(
                    config.getPropertyNames(), name -> config.getValue(name, String.class)))
            .document(BuildFacts.version()));
  }

  EventsDocument(EventCatalog catalog, Map<String, Object> document) {
    this.catalog = catalog;
    this.document = document;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (request.getPathInfo() == null) {
      document(request, response);
    } else {
      schema(request.getPathInfo().substring(1), response);
    }
  }

  private void document(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<DocumentFormat> asked =
        DocumentFormat.asked(request.getParameter("format"), request.getHeader("Accept"));
    if (asked.isEmpty()) {
      nothing(406, "There is application/json and application/yaml.", response);
      return;
    }
    response.setHeader("Vary", "Accept");
    response.setContentType(asked.get().mediaType());
    response.getWriter().write(asked.get().text(document));
  }

  private void schema(String file, HttpServletResponse response) throws IOException {
    String subject =
        file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    Optional<EventContract> found = catalog.of(subject);
    if (found.isEmpty()) {
      nothing(404, "There is no such event. All are in /asyncapi.", response);
      return;
    }
    response.setContentType(SCHEMA_TYPE);
    response.getWriter().write(DocumentFormat.JSON.text(found.get().schema()));
  }

  private static void nothing(int status, String why, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.getWriter().write(why + "\n");
  }
}
