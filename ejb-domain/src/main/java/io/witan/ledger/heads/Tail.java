package io.witan.ledger.heads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The end of a file of lines.
 *
 * @param end where the last whole line ends; what stands behind it is torn
 * @param line the last whole line, empty if there is none
 */
record Tail(long end, String line) {
  private static final int BLOCK = 64 * 1024;

  static Tail of(FileChannel channel) throws IOException {
    long end = afterNewlineBefore(channel, channel.size());
    long start = end == 0 ? 0 : afterNewlineBefore(channel, end - 1);
    return new Tail(end, end == 0 ? "" : text(channel, start, end - 1));
  }

  /** The place after the last end of a line before a place; 0 if there is none. */
  private static long afterNewlineBefore(FileChannel channel, long place) throws IOException {
    long end = place;
    while (end > 0) {
      long start = Math.max(0, end - BLOCK);
      byte[] block = bytes(channel, start, end);
      for (int i = block.length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  /** The text between two places. */
  static String text(FileChannel channel, long start, long end) throws IOException {
    return new String(bytes(channel, start, end), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(FileChannel channel, long start, long end) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (end - start));
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, start + bytes.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return bytes.array();
  }
}
