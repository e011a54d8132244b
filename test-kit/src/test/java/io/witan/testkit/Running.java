package io.witan.testkit;

/** Tells of processes that are nobody's children here whether they run. */
final class Running {
  private Running() {}

  /** One that has ended and was not asked for yet has no command any more. */
  static boolean is(ProcessHandle process) {
    return process.info().command().isPresent();
  }
}
