package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.math.BigInteger;

/**
 * What a watcher of a deliberation was told already: that it began, and which turns. Turns are
 * recorded side by side, so no single number says it; a watcher who comes back with this misses
 * nothing and hears nothing twice, in whichever process.
 *
 * @param bits bit 0 for the beginning, bit n for the turn with the sequence n
 */
public record Told(BigInteger bits) {
  private static final int RADIX = 16;
  private static final String FORM = "[0-9a-f]{1,64}";

  /** Nothing yet. */
  public static final Told NOTHING = new Told(BigInteger.ZERO);

  /** Reads what {@link #text} wrote. */
  public static Told parse(String field, String text) {
    if (!text.matches(FORM)) {
      throw new InvalidValue(field, text, "the id of an event of this stream");
    }
    return new Told(new BigInteger(text, RADIX));
  }

  boolean ofBeginning() {
    return bits.testBit(0);
  }

  boolean of(Turn turn) {
    return bits.testBit(turn.slot().sequence());
  }

  Told withBeginning() {
    return new Told(bits.setBit(0));
  }

  Told with(Turn turn) {
    return new Told(bits.setBit(turn.slot().sequence()));
  }

  int turns() {
    return bits.clearBit(0).bitCount();
  }

  /** Lower case hexadecimal digits. */
  public String text() {
    return bits.toString(RADIX);
  }
}
