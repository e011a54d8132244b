package io.witan.testing;

import io.witan.shared.IdSource;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that a test can foresee: 1, 2, 3. */
public final class NumberedIds implements IdSource {
  private final AtomicLong last = new AtomicLong();

  @Override
  public String next() {
    return String.valueOf(last.incrementAndGet());
  }
}
