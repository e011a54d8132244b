package io.witan.graph;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a home folder for one server process. The operating system drops the lock when the process
 * ends, however it ends, so a killed server leaves nothing to clean up.
 */
final class HomeLock {

  /** Kept here, as a channel that is collected drops its lock. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private HomeLock() {}

  /** Takes the home folder, creating it where needed, until this process ends. */
  static void take(Path home) throws StartRefused {
    Path file = home.resolve("graph-server.lock");
    try {
      Files.createDirectories(home);
      FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = content(channel);
        channel.close();
        throw new StartRefused(
            "%s is in use by another graph server (pid %s): stop it, or give another --home"
                .formatted(home, holder));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ownPid()));
      HELD.add(channel);
    } catch (IOException e) {
      throw new StartRefused(
          "cannot write to %s (%s): make it writable, or give another --home".formatted(home, e),
          e);
    }
  }

  private static byte[] ownPid() {
    return Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
  }
}
