package io.witan.web.docs;

import io.witan.web.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that an operation may answer, each with an example. */
final class ProblemResponses {
  static final List<Example> EXAMPLES =
      List.of(
          new Example(
              400,
              "Bad Request",
              "INVALID_ARGUMENT",
              "target_state is \"LATER\": expected one of DRAFT, PO_REVIEW, ..."),
          new Example(
              401,
              "Unauthorized",
              "UNAUTHENTICATED",
              "the token expired at 2026-01-02T03:04:05Z: get a new one"),
          new Example(
              403, "Forbidden", "FORBIDDEN", "dora may not create a project: needs the role po"),
          new Example(404, "Not Found", "NOT_FOUND", "there is no story s-7"),
          new Example(
              409,
              "Conflict",
              "ILLEGAL_TRANSITION",
              "story s-7 cannot go to DONE while PLANNED; legal: DRAFT, READY_FOR_EXECUTION"),
          new Example(
              412,
              "Precondition Failed",
              "STALE_VERSION",
              "story s-7 is at version 5, you sent version 4: read it again, then repeat"),
          new Example(
              413,
              "Content Too Large",
              "BODY_TOO_LARGE",
              "the body is longer than 1048576 bytes: send less"),
          new Example(
              422,
              "Unprocessable Content",
              "GUARD_FAILED",
              "story s-7 cannot go to READY_FOR_EXECUTION: it has no task: approve a plan or create a"
                  + " task first"),
          new Example(
              429,
              "Too Many Requests",
              "LIMIT_EXCEEDED",
              "too many wrong passwords for dora: try again in 42 s"),
          new Example(
              503, "Service Unavailable", "UNAVAILABLE", "the store cannot be reached: try again"));

  private ProblemResponses() {}

  record Example(int status, String title, String code, String detail) {
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("type", "urn:witan:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
      json.put("title", title);
      json.put("status", status);
      json.put("detail", detail);
      json.put("code", code);
      json.put("errors", List.of());
      json.put("trace_id", "0af7651916cd43dd8448eb211c80319c");
      return json;
    }
  }

  static Map<String, APIResponse> all() {
    Map<String, APIResponse> responses = new LinkedHashMap<>();
    EXAMPLES.forEach(example -> responses.put("Problem" + example.status(), response(example)));
    return responses;
  }

  private static APIResponse response(Example example) {
    return OASFactory.createAPIResponse()
        .description(example.title() + ", for example " + example.code())
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("Problem"))
                        .example(example.json())));
  }

  /** Adds what can go wrong with the operation. */
  static void complete(Operation operation, boolean open, PathItem.HttpMethod method) {
    boolean writes = writes(operation, method);
    boolean sends = method == PathItem.HttpMethod.POST;
    add(operation, 503);
    if (!open) {
      add(operation, 401);
    }
    if (writes || operation.getParameters() != null) {
      add(operation, 400);
    }
    if (sends) {
      add(operation, 413);
    }
    if (writes && open) {
      add(operation, 401);
      add(operation, 429);
    }
    boolean forSome = String.valueOf(operation.getDescription()).startsWith("Role: ");
    if (forSome || method != PathItem.HttpMethod.GET) {
      add(operation, 403);
    }
    if (writes && !open) {
      List.of(404, 409, 422).forEach(status -> add(operation, status));
    }
    if (namesSomething(operation)) {
      add(operation, writes ? 412 : 404);
    }
  }

  /** Whether it changes what is kept: a log-out, for one, does not. */
  static boolean writes(Operation operation, PathItem.HttpMethod method) {
    return method == PathItem.HttpMethod.POST
        || (method != PathItem.HttpMethod.GET && namesSomething(operation));
  }

  /** Whether it is about a thing that exists already: that can be missing, or have changed. */
  static boolean namesSomething(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
  }

  private static void add(Operation operation, int status) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    operation
        .getResponses()
        .addAPIResponse(
            String.valueOf(status), OASFactory.createAPIResponse().ref("Problem" + status));
  }
}
