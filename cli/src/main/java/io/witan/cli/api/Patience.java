package io.witan.cli.api;

import java.time.Duration;

/**
 * How long to go on when the server does not answer or asks to come back later.
 *
 * @param limit how long in all for one request; zero means one attempt
 * @param pause between two attempts
 * @param notice told once per request that there is a wait
 */
public record Patience(Duration limit, Duration pause, Runnable notice) {

  /** One attempt. */
  public static Patience none() {
    return new Patience(Duration.ZERO, Duration.ZERO, () -> {});
  }
}
