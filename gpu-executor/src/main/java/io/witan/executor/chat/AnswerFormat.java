package io.witan.executor.chat;

/** How a server is told the form of the answer; not every server knows every way. */
public enum AnswerFormat {
  /** The JSON schema itself: the server lets the model write nothing else. */
  JSON_SCHEMA,
  /** Some JSON object; the schema is told in the prompt. */
  JSON_OBJECT,
  /** Nothing but the prompt. */
  PROMPT;

  /** The next weaker way; there is none below the prompt. */
  public AnswerFormat weaker() {
    return this == JSON_SCHEMA ? JSON_OBJECT : PROMPT;
  }
}
