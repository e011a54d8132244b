package io.witan.ledger.heads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code audit-heads.jsonl}: the exported batches, a line each, readable by its owner only. Lines
 * are only ever added, and are on the disk before the next one is.
 *
 * <p>A process that dies while it writes leaves a torn last line. Whoever writes next cuts it off
 * first and writes the batch again. Several processes may share the file.
 */
@ApplicationScoped
class HeadsFile implements Batches {
  static final String NAME = "audit-heads.jsonl";

  private static final String LOCK = ".audit-heads.lock";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Set<StandardOpenOption> WRITING =
      EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path path;
  private LineStarts known = LineStarts.none();

  protected HeadsFile() {
    this(".");
  }

  @Inject
  HeadsFile(@ConfigProperty(name = "witan.audit.heads.dir") String folder) {
    this.path = Path.of(folder, NAME);
  }

  Path path() {
    return path;
  }

  boolean isThere() {
    return Files.isRegularFile(path);
  }

  /**
   * Adds lines at the end, as long as there are any.
   *
   * @param after the lines that belong after a batch, given its number; 0 for the beginning
   * @throws IOException when the file cannot be written, or its end is no batch
   */
  void extend(LongFunction<List<String>> after) throws IOException {
    long unused =
        alone(
            channel -> {
              long last = last(channel);
              for (List<String> more = after.apply(last);
                  !more.isEmpty();
                  more = after.apply(last)) {
                append(channel, more);
                last += more.size();
              }
              return last;
            });
  }

  /**
   * The number of the last batch; 0 for none. A torn last line is cut off.
   *
   * @throws IOException when the file cannot be read, or its end is no batch
   */
  long last() throws IOException {
    return isThere() ? alone(this::last) : 0;
  }

  private interface Work {
    long on(FileChannel channel) throws IOException;
  }

  // A lock of its own file, as the system gives up a lock when any reader of the file closes it.
  private synchronized long alone(Work work) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder, OWNERS_FOLDER);
    try (FileChannel turn = FileChannel.open(folder.resolve(LOCK), WRITING, OWNER_ONLY);
        FileLock held = turn.lock()) {
      boolean isNew = !isThere();
      try (FileChannel channel = FileChannel.open(path, WRITING, OWNER_ONLY)) {
        if (isNew && held.isValid()) {
          keepName(folder);
        }
        return work.on(channel);
      }
    }
  }

  /** The name of a new file is on the disk only when its folder is. */
  private static void keepName(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private long last(FileChannel channel) throws IOException {
    Tail tail = Tail.of(channel);
    if (tail.end() < channel.size()) {
      channel.truncate(tail.end());
      channel.force(true);
    }
    if (tail.end() == 0) {
      return 0;
    }
    return BatchLine.parse(tail.line())
        .orElseThrow(() -> new IOException("the last line of " + path + " is no batch"))
        .batch()
        .number();
  }

  private static void append(FileChannel channel, List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      int unused = channel.write(bytes);
    }
    channel.force(true);
  }

  @Override
  public long count() {
    return reading(0, 0, line -> {});
  }

  @Override
  public void read(long after, long most, Consumer<String> each) {
    long unused = reading(after, most, each);
  }

  private long reading(long after, long most, Consumer<String> each) {
    if (!isThere()) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      LineStarts lines = lines(channel);
      long left = Math.min(most, lines.count() - after);
      for (int place = (int) after; place < after + left; place++) {
        each.accept(lines.line(channel, place));
      }
      return lines.count();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + path, broken);
    }
  }

  private synchronized LineStarts lines(FileChannel channel) throws IOException {
    LineStarts.Stamp now = LineStarts.Stamp.of(path);
    if (!known.stamp().equals(now)) {
      known = LineStarts.of(channel, now);
    }
    return known;
  }
}
