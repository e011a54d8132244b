package io.witan.cli.repo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.patch.FileHeader;

/** Which paths a patch may touch: plain files inside the tree. */
final class PatchPaths {
  private PatchPaths() {}

  /** The first thing that is wrong with the files of a patch. */
  static Optional<String> wrong(List<? extends FileHeader> files) {
    return files.stream().flatMap(file -> wrong(file).stream()).findFirst();
  }

  private static Optional<String> wrong(FileHeader file) {
    if (forbidden(file.getNewMode()) || forbidden(file.getOldMode())) {
      return Optional.of("it makes or changes a link");
    }
    return wrong(file.getOldPath()).or(() -> wrong(file.getNewPath()));
  }

  private static boolean forbidden(FileMode mode) {
    return FileMode.SYMLINK.equals(mode) || FileMode.GITLINK.equals(mode);
  }

  private static Optional<String> wrong(String path) {
    if (path == null || path.equals(DiffEntry.DEV_NULL)) {
      return Optional.empty();
    }
    boolean bad =
        path.isEmpty() || path.startsWith("/") || path.contains("\\") || path.contains(":");
    for (String part : path.split("/", -1)) {
      bad |= badPart(part);
    }
    return bad ? Optional.of("it leaves the tree: " + path) : Optional.empty();
  }

  private static boolean badPart(String part) {
    String name = part.toLowerCase(Locale.ROOT).strip().replaceAll("\\.+$", "");
    boolean dots = name.isEmpty();
    return dots
        || name.equals(".git")
        || name.startsWith("git~")
        || part.chars().anyMatch(c -> c < 0x20);
  }
}
