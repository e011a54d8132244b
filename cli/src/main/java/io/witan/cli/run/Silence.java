package io.witan.cli.run;

import java.time.Duration;

/** Notices that nothing has happened for a while; once, until something happens again. */
final class Silence {
  private final Duration bearable;
  private long since = System.nanoTime();
  private boolean noticed;

  Silence(Duration bearable) {
    this.bearable = bearable;
  }

  void broken() {
    since = System.nanoTime();
    noticed = false;
  }

  /** True when it has become too long and nobody was told yet. */
  boolean isToBeTold() {
    boolean told = !noticed && System.nanoTime() - since >= bearable.toNanos();
    noticed = noticed || told;
    return told;
  }
}
