package io.witan.benchmarks.transitions;

/** A way to move a story; each client has a story of its own. */
interface Way extends AutoCloseable {
  /** As shown in the report. */
  String name();

  /** Moves the client's story once, to PO_REVIEW or back to DRAFT. */
  void move(int client) throws Exception;

  /** Waits until nothing is left to do in the background. */
  void settle() throws InterruptedException;

  @Override
  void close();
}
