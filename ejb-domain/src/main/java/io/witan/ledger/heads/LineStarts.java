package io.witan.ledger.heads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/**
 * Where the whole lines of a file start, so that a page in its middle is found at once. Good until
 * the file changes.
 *
 * @param places where each line starts, and at last where the last one ends
 * @param count how many lines there are
 */
@SuppressWarnings("ArrayRecordComponent") // A long list of numbers that stays in this package.
record LineStarts(Stamp stamp, long[] places, int count) {
  private static final int BLOCK = 1024 * 1024;

  /** What a change of the file changes. */
  record Stamp(FileTime modified, long size) {
    static Stamp of(Path path) throws IOException {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(file.lastModifiedTime(), file.size());
    }
  }

  static LineStarts none() {
    return new LineStarts(new Stamp(FileTime.fromMillis(0), -1), new long[1], 0);
  }

  static LineStarts of(FileChannel channel, Stamp stamp) throws IOException {
    long[] places = new long[64];
    int count = 0;
    long read = 0;
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    while (channel.read(block, read) > 0) {
      for (int i = 0; i < block.position(); i++) {
        if (block.get(i) == '\n') {
          count++;
          places = count < places.length ? places : Arrays.copyOf(places, 2 * count);
          places[count] = read + i + 1;
        }
      }
      read += block.position();
      block.clear();
    }
    return new LineStarts(stamp, places, count);
  }

  /** The line at a place, the first one being 0; without its end. */
  String line(FileChannel channel, int place) throws IOException {
    return Tail.text(channel, places[place], places[place + 1] - 1);
  }
}
