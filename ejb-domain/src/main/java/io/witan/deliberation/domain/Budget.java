package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.util.Locale;

/**
 * What may be spent on models, or was.
 *
 * @param tokens prompt and answer together, as the model's server counts them
 * @param micros cost in millionths of the currency that prices are given in
 */
public record Budget(long tokens, long micros) {
  /** Nothing at all. */
  public static final Budget NOTHING = new Budget(0, 0);

  /** As much as anybody likes. */
  public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Long.MAX_VALUE);

  public Budget {
    mustNotBeNegative("budget.tokens", tokens);
    mustNotBeNegative("budget.micros", micros);
  }

  private static void mustNotBeNegative(String field, long value) {
    if (value < 0) {
      throw new InvalidValue(field, String.valueOf(value), "0 or more");
    }
  }

  /** Both together; what is too large to count is unlimited. */
  public Budget plus(Budget more) {
    return new Budget(sum(tokens, more.tokens), sum(micros, more.micros));
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /** What is left of it; never less than nothing. What is unlimited stays so. */
  public Budget minus(Budget spent) {
    return new Budget(left(tokens, spent.tokens), left(micros, spent.micros));
  }

  private static long left(long of, long spent) {
    return of == Long.MAX_VALUE ? of : Math.max(0, of - spent);
  }

  /** The smaller of each. */
  public Budget atMost(Budget other) {
    return new Budget(Math.min(tokens, other.tokens), Math.min(micros, other.micros));
  }

  /** Whether so much may be spent of it. */
  public boolean covers(Budget wanted) {
    return wanted.tokens <= tokens && wanted.micros <= micros;
  }

  /** Whether nothing can be bought with it: one of the two is used up. */
  public boolean isUsedUp() {
    return tokens == 0 || micros == 0;
  }

  /** In words, for people. */
  public String readable() {
    String cost =
        micros == Long.MAX_VALUE
            ? ""
            : String.format(Locale.ROOT, " and %.4f of cost", micros / 1e6);
    return (tokens == Long.MAX_VALUE ? "any number of tokens" : tokens + " tokens") + cost;
  }
}
