package io.witan.benchmarks.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process still holds on to after a full garbage collection. */
public final class LiveHeap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final double MEGABYTE = 1 << 20;

  private LiveHeap() {}

  /**
   * Collects its garbage, and counts the objects that are left.
   *
   * @return in megabytes
   * @throws IllegalStateException when the process does not tell
   */
  public static double of(long pid) throws IOException, InterruptedException {
    Process asked =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int unused = asked.waitFor();
    return megabytes(told);
  }

  static double megabytes(String histogram) {
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IllegalStateException("no histogram of the heap: " + histogram);
    }
    return Long.parseLong(total.group(1)) / MEGABYTE;
  }
}
