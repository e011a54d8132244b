package io.witan.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells of processes that are nobody's children here whether they have ended. */
final class Ended {
  private Ended() {}

  /**
   * A process that nobody has taken note of yet is there as a zombie, and has ended all the same.
   */
  static boolean is(ProcessHandle process) {
    return !process.isAlive() || state(process.pid()).startsWith("Z");
  }

  /** What follows its name, which may hold anything, in brackets. */
  private static String state(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return line.substring(line.lastIndexOf(')') + 2);
    } catch (IOException gone) {
      return "Z: " + gone.getMessage();
    }
  }
}
