package io.witan.cli.story;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes a file from the disk and refuses, in words that help, whatever is not a Markdown text. */
public final class StoryFileReader {
  private static final int MOST_BYTES = 1024 * 1024;

  private StoryFileReader() {}

  /**
   * Reads and splits a file.
   *
   * @throws Stop with status 2 when the file is missing, empty, too long or not UTF-8 text
   */
  public static StoryFile read(Path file) {
    byte[] bytes = bytes(file);
    String text = decode(file, bytes);
    if (text.isBlank()) {
      throw Stop.usage(
          "%s is empty".formatted(file),
          "write at least a heading and a brief; examples are in examples/");
    }
    return StoryMarkdown.parse(file.getFileName().toString(), text, Digests.sha256(bytes));
  }

  private static byte[] bytes(Path file) {
    if (Files.notExists(file)) {
      throw Stop.usage(
          "there is no file %s".formatted(file), "stories to start with are in examples/");
    }
    if (Files.isDirectory(file)) {
      throw Stop.usage("%s is a folder: name one Markdown file in it".formatted(file));
    }
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw Stop.usage(
            "%s has %,d bytes: a story may have %,d".formatted(file, size, MOST_BYTES),
            "keep the telling part of a long log and say where the rest is");
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new Stop(
          ExitCode.USAGE,
          "%s cannot be read: %s".formatted(file, unreadable.getClass().getSimpleName()),
          List.of("check who may read it: ls -l " + file),
          unreadable);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw Stop.usage(
          "%s is UTF-16: a story is UTF-8".formatted(file), "convert it: iconv -f UTF-16 -t UTF-8");
    }
    for (byte one : bytes) {
      if (one == 0) {
        throw Stop.usage("%s is binary: a story is a Markdown text".formatted(file));
      }
    }
    int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(rest, text, true);
    text.flip();
    if (result.isError()) {
      long line = 1 + text.chars().filter(c -> c == '\n').count();
      throw Stop.usage(
          "%s is not UTF-8: byte %d, in line %d".formatted(file, rest.position() + 1, line),
          "convert it, for example: iconv -f ISO-8859-1 -t UTF-8");
    }
    return text.toString();
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
