package io.witan.executor.chat;

import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnResult;
import io.witan.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Reads the body of a chat completion. Whatever is not one is a bad answer that says why. */
public final class ChatAnswer {
  private final JsonObject body;

  private ChatAnswer(JsonObject body) {
    this.body = body;
  }

  /**
   * Reads the text of a body.
   *
   * @param askedModel the model of an answer that names none
   * @throws BadAnswer when it is no chat completion, or one without a whole answer
   */
  public static TurnResult read(String text, String askedModel) {
    try {
      return read(JsonText.object(text), askedModel);
    } catch (JsonException malformed) {
      throw noCompletion(malformed);
    }
  }

  /** Reads a body, as {@link #read(String, String)} does. */
  public static TurnResult read(JsonObject body, String askedModel) {
    try {
      return new ChatAnswer(body).result(askedModel);
    } catch (ClassCastException malformed) {
      throw noCompletion(malformed);
    }
  }

  private static BadAnswer noCompletion(RuntimeException malformed) {
    return new BadAnswer(
        "the server answered with no chat completion: " + malformed.getMessage(), malformed);
  }

  private TurnResult result(String askedModel) {
    JsonObject choice = choice();
    if (choice.getString("finish_reason", "").equals("length")) {
      throw new BadAnswer("the answer was cut off: it reached the most tokens of an answer");
    }
    return new TurnResult(
        content(choice),
        tokens("prompt_tokens"),
        tokens("completion_tokens"),
        body.getString("model", askedModel));
  }

  private JsonObject choice() {
    JsonArray choices = body.getJsonArray("choices");
    if (choices == null || choices.isEmpty()) {
      throw new BadAnswer("the server answered without a choice");
    }
    return choices.getJsonObject(0);
  }

  private static String content(JsonObject choice) {
    JsonObject message = choice.getJsonObject("message");
    JsonValue content = message == null ? null : message.get("content");
    if (content instanceof JsonString text && !text.getString().isBlank()) {
      return text.getString();
    }
    throw new BadAnswer("the model answered nothing");
  }

  /** 0 when the server does not count. */
  private int tokens(String name) {
    JsonObject usage = body.get("usage") instanceof JsonObject counted ? counted : null;
    return usage == null ? 0 : usage.getInt(name, 0);
  }
}
