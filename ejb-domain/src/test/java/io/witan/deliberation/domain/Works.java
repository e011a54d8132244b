package io.witan.deliberation.domain;

import java.util.Optional;

/** Proposals of work for tests. */
public final class Works {
  private Works() {}

  /** A proposal with a patch. */
  public static WorkProposal patch(String diff) {
    return new WorkProposal("Add it", "Adds what is missing.", Optional.of(diff), "See the patch.");
  }

  /** A proposal that is a note alone. */
  public static WorkProposal note(String words) {
    return new WorkProposal("Add it", "Adds what is missing.", Optional.empty(), words);
  }

  /** A unified diff that adds one file. */
  public static String adding(String path, String content) {
    String[] lines = content.split("\n", -1);
    int count = content.endsWith("\n") ? lines.length - 1 : lines.length;
    StringBuilder diff =
        new StringBuilder(
            "diff --git a/%1$s b/%1$s\nnew file mode 100644\n--- /dev/null\n+++ b/%1$s\n@@ -0,0 +1,%2$d @@\n"
                .formatted(path, count));
    for (int line = 0; line < count; line++) {
      diff.append('+').append(lines[line]).append('\n');
    }
    return diff.append(content.endsWith("\n") ? "" : "\\ No newline at end of file\n").toString();
  }
}
