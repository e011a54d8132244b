package io.witan.cli.repo;

import java.nio.file.Path;
import org.eclipse.jgit.util.FS;

/**
 * Has Git measure the clock of the disk where tests work, before they do. It measures once, in the
 * background, with files in the first folder that it sees; that must not be one which a test is
 * about to delete.
 */
public final class MeasuredDisk {
  static {
    IsolatedGit.install();
    FS.getFileStoreAttributes(Path.of(System.getProperty("java.io.tmpdir")));
  }

  private MeasuredDisk() {}

  /** Does so the first time it is called. */
  public static void once() {
    // The class is loaded by then.
  }
}
