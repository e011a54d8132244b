package io.witan.deliberation.port;

/** What models cost. */
@FunctionalInterface
public interface Prices {

  /**
   * The cost of a call.
   *
   * @return in millionths of the currency that the prices are given in; 0 for a model without price
   */
  long micros(String model, int promptTokens, int completionTokens);

  /** Nothing costs anything. */
  static Prices free() {
    return (model, promptTokens, completionTokens) -> 0;
  }
}
