package io.witan.cli.run;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small file that only its owner may read; replaced in one step, so it is never half written. */
public final class PrivateFile {
  private final Path path;

  public PrivateFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /** The text, or nothing when there is no such file. */
  public Optional<String> read() {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException unreadable) {
      throw stop("read", unreadable);
    }
  }

  public void write(String text) {
    try {
      Files.createDirectories(path.getParent(), folderMode());
      Path fresh =
          path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".new");
      Files.deleteIfExists(fresh);
      try (FileChannel channel =
          FileChannel.open(
              fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), fileMode())) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw stop("written", unwritable);
    }
  }

  private static FileAttribute<?> fileMode() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  private static FileAttribute<?> folderMode() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  private Stop stop(String what, IOException cause) {
    return new Stop(
        ExitCode.REFUSED,
        "%s cannot be %s: %s".formatted(path, what, cause.getMessage()),
        List.of("check WITAN_HOME, the disk and who may write there"),
        cause);
  }
}
