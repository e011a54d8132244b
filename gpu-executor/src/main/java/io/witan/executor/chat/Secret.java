package io.witan.executor.chat;

/** A key or token. It says itself to a server alone, and in no text. */
public final class Secret {
  private static final String HIDDEN = "***";

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The value of the header {@code Authorization}. */
  public String authorization() {
    return "Bearer " + value;
  }

  /** A text without it, should it be in there. */
  public String hideIn(String text) {
    return text.replace(value, HIDDEN);
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
