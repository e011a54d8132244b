package io.witan.cli.run;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps two runs of the same file from working side by side; the system lets go of it however a run
 * ends.
 */
final class RunLock {
  private RunLock() {}

  /**
   * Does something while no other run does it for the same content.
   *
   * @throws Stop when another run is at it
   */
  static <T> T holding(Path folder, String digest, Supplier<T> work) {
    Path path = folder.resolve(digest.substring(0, 16) + ".lock");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        if (locked(channel)) {
          return work.get();
        }
      }
    } catch (IOException unusable) {
      throw new Stop(
          ExitCode.REFUSED,
          "%s cannot be locked: %s".formatted(path, unusable.getMessage()),
          List.of("check WITAN_HOME, the disk and who may write there"),
          unusable);
    }
    throw Stop.refused(
        "another run works on this file",
        "wait for it, or watch it with: ./witan story list, ./witan events STORY");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }
}
