package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;
import org.eclipse.jgit.patch.HunkHeader;
import org.eclipse.jgit.patch.Patch;

/** The patch of a proposal, read as a unified diff; nothing of it is applied yet. */
final class UnifiedDiff {
  private final Patch patch = new Patch();
  private final byte[] bytes;
  private final List<Finding> broken = new ArrayList<>();

  /** A line that the patch adds, with its place in the file as it would be. */
  record Added(String file, int line, String text) {}

  UnifiedDiff(String text) {
    bytes = (text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      patch.parse(bytes, 0, bytes.length);
    } catch (RuntimeException stumbled) {
      // JGit expects a header to be well-formed once it has begun.
      broken.add(Finding.error("", 0, "it is no unified diff: " + stumbled.getMessage()));
    }
  }

  List<? extends FileHeader> files() {
    return patch.getFiles();
  }

  /** Every path that it names, before and after. */
  Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    for (FileHeader file : files()) {
      paths.add(file.getOldPath());
      paths.add(file.getNewPath());
    }
    paths.remove(DiffEntry.DEV_NULL);
    paths.remove(null);
    return paths;
  }

  /** What keeps it from being a diff of text that can be applied at all. */
  List<Finding> faults() {
    List<Finding> faults = new ArrayList<>(broken);
    patch.getErrors().forEach(error -> faults.add(fault(error)));
    if (files().isEmpty() && broken.isEmpty()) {
      faults.add(Finding.error("", 0, "it is no unified diff: it names no file"));
    }
    if (files().size() > Bounds.FILES) {
      faults.add(
          Finding.error(
              "", 0, "it touches %d files; at most %d".formatted(files().size(), Bounds.FILES)));
    }
    files().stream()
        .filter(file -> file.getPatchType() != FileHeader.PatchType.UNIFIED)
        .forEach(file -> faults.add(Finding.error(name(file), 0, "a binary patch; give text")));
    return faults;
  }

  private Finding fault(FormatError error) {
    int line = 1;
    for (int place = 0; place < error.getOffset(); place++) {
      line += bytes[place] == '\n' ? 1 : 0;
    }
    String text = "line %d of the patch: %s".formatted(line, error.getMessage());
    return error.getSeverity() == FormatError.Severity.ERROR
        ? Finding.error("", 0, text)
        : Finding.warning("", 0, text);
  }

  /** The lines that it adds. */
  List<Added> added() {
    List<Added> added = new ArrayList<>();
    for (FileHeader file : files()) {
      file.getHunks().forEach(hunk -> collect(name(file), hunk, added));
    }
    return added;
  }

  private void collect(String file, HunkHeader hunk, List<Added> added) {
    int start = hunk.getStartOffset();
    String text = new String(bytes, start, hunk.getEndOffset() - start, StandardCharsets.UTF_8);
    int line = hunk.getNewStartLine();
    for (String row : text.lines().skip(1).toList()) {
      if (row.startsWith("+")) {
        added.add(new Added(file, line, row.substring(1)));
      }
      line += row.startsWith("-") || row.startsWith("\\") ? 0 : 1;
    }
  }

  /** By which name to speak of a file: as it would be, or as it was when it goes. */
  static String name(FileHeader file) {
    String path = file.getNewPath();
    String name = path == null || path.equals(DiffEntry.DEV_NULL) ? file.getOldPath() : path;
    return name == null ? "" : name;
  }
}
