package io.witan.executor.chat;

import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.TurnRequest;
import io.witan.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A turn as the body of a chat completion request. */
public final class ChatRequest {
  private ChatRequest() {}

  /** The request, with the form of its answer told in that way. */
  public static JsonObject body(TurnRequest request, AnswerFormat format) {
    Prompt prompt = request.prompt();
    JsonObjectBuilder body =
        JsonText.object()
            .add("model", request.agent().model())
            .add(
                "messages",
                JsonText.array()
                    .add(message("system", system(prompt, format)))
                    .add(message("user", prompt.user())))
            .add("temperature", prompt.temperature())
            .add("max_tokens", prompt.maxTokens())
            .add("seed", request.seed())
            .add("stream", false);
    addFormat(body, prompt, format);
    return body.build();
  }

  /** Where the server does not take the schema, the model is told it. */
  private static String system(Prompt prompt, AnswerFormat format) {
    return format == AnswerFormat.JSON_SCHEMA
        ? prompt.system()
        : prompt.system() + "\nThe JSON schema of the answer:\n" + prompt.schema();
  }

  private static JsonObjectBuilder message(String role, String content) {
    return JsonText.object().add("role", role).add("content", content);
  }

  private static void addFormat(JsonObjectBuilder body, Prompt prompt, AnswerFormat format) {
    if (format == AnswerFormat.JSON_OBJECT) {
      body.add("response_format", JsonText.object().add("type", "json_object"));
    } else if (format == AnswerFormat.JSON_SCHEMA) {
      body.add(
          "response_format",
          JsonText.object()
              .add("type", "json_schema")
              .add(
                  "json_schema",
                  JsonText.object()
                      .add("name", prompt.schemaName())
                      .add("strict", true)
                      .add("schema", object(prompt.schema()))));
    }
  }

  private static JsonObject object(String json) {
    return JsonText.object(json);
  }
}
