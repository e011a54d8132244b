package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.patch.FileHeader;

/** Whether a patch stays with plain files inside of its repository. */
final class PatchPaths {
  private PatchPaths() {}

  static List<Finding> faults(UnifiedDiff diff) {
    List<Finding> faults = new ArrayList<>();
    for (String path : diff.paths()) {
      if (leaves(path)) {
        faults.add(Finding.error(path, 0, "it is no path inside of the repository"));
      }
    }
    for (FileHeader file : diff.files()) {
      if (isLink(file.getOldMode()) || isLink(file.getNewMode())) {
        faults.add(Finding.error(UnifiedDiff.name(file), 0, "a link; only plain files may change"));
      }
    }
    return faults;
  }

  private static boolean isLink(FileMode mode) {
    return FileMode.SYMLINK.equals(mode) || FileMode.GITLINK.equals(mode);
  }

  private static boolean leaves(String path) {
    boolean strange =
        path.contains("\\") || path.contains(":") || path.chars().anyMatch(one -> one < ' ');
    for (String part : path.split("/", -1)) {
      strange |= isSpecial(part.toLowerCase(Locale.ROOT).strip());
    }
    return strange;
  }

  /** Nothing, the folder itself, the one above, or the repository's own files under any name. */
  private static boolean isSpecial(String part) {
    int end = part.length();
    while (end > 0 && part.charAt(end - 1) == '.') {
      end--;
    }
    String name = part.substring(0, end);
    return name.isEmpty() || name.equals(".git") || name.startsWith("git~");
  }
}
