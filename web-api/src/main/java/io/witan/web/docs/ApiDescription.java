package io.witan.web.docs;

import io.witan.web.security.CsrfToken;
import io.witan.web.security.SessionCookie;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the OpenAPI document: what is true of every operation is said here once, not in the
 * annotations of each.
 */
public class ApiDescription implements OASFilter {
  private static final String BEARER = "bearer";
  private static final String SESSION = "session";
  private static final String CSRF = "csrf";

  /** Made by the OpenAPI implementation. */
  public ApiDescription() {}

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.setInfo(info());
    api.setServers(List.of(OASFactory.createServer().url("/").description("This server")));
    api.setTags(onceEach(api.getTags()));
    Components components =
        api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
    api.setComponents(components);
    components.addSecurityScheme(BEARER, bearer());
    components.addSecurityScheme(SESSION, session());
    components.addSecurityScheme(CSRF, csrf());
    WireSchemas.all().forEach(components::addSchema);
    ProblemResponses.all().forEach(components::addResponse);
    WriteHeaders.all().forEach(components::addParameter);
    if (api.getPaths() != null) {
      api.getPaths().getPathItems().forEach(ApiDescription::complete);
    }
  }

  private static void complete(String path, PathItem item) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              QueryParameters.describe(path, method, operation);
              complete(operation, method);
            });
  }

  private static void complete(Operation operation, PathItem.HttpMethod method) {
    boolean open = String.valueOf(operation.getDescription()).startsWith("Open to all");
    if (!open) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
      operation.addSecurityRequirement(inSession(method != PathItem.HttpMethod.GET));
    }
    if (ProblemResponses.writes(operation, method) && !open) {
      WriteHeaders.of(operation)
          .forEach(name -> operation.addParameter(OASFactory.createParameter().ref(name)));
    }
    if (method != PathItem.HttpMethod.POST) {
      // The scanner takes the parameter of an asynchronous answer for a body.
      operation.setRequestBody(null);
    }
    ProblemResponses.complete(operation, open, method);
  }

  /** The scanner lists a tag once per class that has it. */
  private static List<Tag> onceEach(List<Tag> tags) {
    Map<String, Tag> byName = new TreeMap<>();
    if (tags != null) {
      tags.forEach(tag -> byName.putIfAbsent(tag.getName(), tag));
    }
    return List.copyOf(byName.values());
  }

  private static Info info() {
    return OASFactory.createInfo()
        .title("Witan")
        .version(BuildFacts.version())
        .description(
            "The control plane for fleets of AI software engineers. Get a token from POST"
                + " /api/v1/tokens and send it as Authorization: Bearer, or log in at /api/login."
                + " Errors are problems (RFC 9457) with a stable code.")
        .license(
            OASFactory.createLicense()
                .name("Apache-2.0")
                .url("https://www.apache.org/licenses/LICENSE-2.0"));
  }

  private static SecurityScheme bearer() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .bearerFormat("JWT");
  }

  private static SecurityScheme session() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.COOKIE)
        .name(new SessionCookie(true).name())
        .description(
            "Set by POST /api/v1/session, for browsers; over plain HTTP on the server's own machine"
                + " its name is %s".formatted(new SessionCookie(false).name()));
  }

  private static SecurityScheme csrf() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name(CsrfToken.HEADER)
        .description(
            "csrf_token of GET /api/v1/session; what changes something in a session needs it");
  }

  private static SecurityRequirement inSession(boolean changes) {
    SecurityRequirement session = OASFactory.createSecurityRequirement().addScheme(SESSION);
    return changes ? session.addScheme(CSRF) : session;
  }
}
