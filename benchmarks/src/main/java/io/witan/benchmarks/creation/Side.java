package io.witan.benchmarks.creation;

import java.util.Map;

/** One of those that are compared. */
interface Side extends AutoCloseable {
  /** As shown in the report. */
  String name();

  /** Writes one story. */
  void create();

  /** Its processes by name; their processor time counts. */
  Map<String, Long> processes();

  /** Waits until nothing is left to do in the background. */
  void settle() throws InterruptedException;

  @Override
  void close();
}
