package io.witan.executor.ray;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Weighted rendezvous hashing: orders places for a name. Everybody who knows the places finds the
 * same order, each place is first as often as its weight says, and when one goes, only what was
 * there moves.
 *
 * <p>The score of a place is {@code -weight / ln(h)}, where {@code h} in (0, 1) is a hash of name
 * and place (Schindelhauer and Schomaker, Weighted distributed hash tables, 2005).
 */
final class Rendezvous {
  private static final int BITS = 53;

  private Rendezvous() {}

  /** The places, the best for the name first. */
  static <P> List<P> order(
      String name, List<P> places, Function<P, String> id, ToDoubleFunction<P> weight) {
    return places.stream()
        .sorted(
            Comparator.comparingDouble(
                    (P place) ->
                        -weight.applyAsDouble(place) / Math.log(hash(name, id.apply(place))))
                .reversed())
        .toList();
  }

  private static double hash(String name, String place) {
    byte[] digest = sha256().digest((name + "\n" + place).getBytes(StandardCharsets.UTF_8));
    long bits = ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - BITS);
    return (bits + 0.5) / (1L << BITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
