package io.witan.cli.repo;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git without the configuration of the user and the machine: no signing, no filters, nothing
 * written to the home folder.
 */
final class IsolatedGit extends SystemReader.Delegate {
  private IsolatedGit(SystemReader real) {
    super(real);
  }

  /** Also keeps Git from measuring the clock of the file system while somebody waits. */
  static synchronized void install() {
    FS.FileStoreAttributes.setBackground(true);
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof IsolatedGit)) {
      SystemReader.setInstance(new IsolatedGit(current));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** A configuration without a file. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file to load.
    }

    @Override
    public void save() {
      // There is no file to save.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
