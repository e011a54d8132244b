package io.witan.deliberation.adapter.checks;

import io.witan.shared.InvalidValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.FS;

/** What a commit of a Git repository holds. It is only read: no working tree, no lock, no hook. */
final class GitFiles implements BaseFiles, AutoCloseable {
  private final Repository repository;
  private final String name;
  private final ObjectId tree;

  private GitFiles(Repository repository, String name, ObjectId tree) {
    this.repository = repository;
    this.name = name;
    this.tree = tree;
  }

  /**
   * Opens the repository at what the ref names now.
   *
   * @param path of the repository, bare or with a working tree
   * @throws InvalidValue when there is no repository, or no such ref in it
   */
  static GitFiles open(Path path, String ref) {
    // Else the clock of the file system is measured while somebody waits.
    FS.FileStoreAttributes.setBackground(true);
    try {
      Repository repository =
          new FileRepositoryBuilder().setGitDir(folder(path)).setMustExist(true).build();
      return new GitFiles(repository, ref + " of " + path, tree(repository, ref));
    } catch (IOException none) {
      throw new InvalidValue(
          "witan.checks.repository",
          path.toString(),
          "the path of a Git repository (%s)".formatted(none.getMessage()));
    }
  }

  private static File folder(Path path) {
    Path inside = path.resolve(Constants.DOT_GIT);
    return (inside.toFile().exists() ? inside : path).toFile();
  }

  private static ObjectId tree(Repository repository, String ref) throws IOException {
    ObjectId commit = repository.resolve(ref + "^{commit}");
    if (commit == null) {
      repository.close();
      throw new InvalidValue("witan.checks.ref", ref, "what names a commit of the repository");
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit).getTree().copy();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<byte[]> read(String path) throws UnreadableBase {
    try {
      return content(path);
    } catch (IOException broken) {
      throw new UnreadableBase(name, path, broken);
    }
  }

  private Optional<byte[]> content(String path) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
      if (walk == null || FileMode.TREE.equals(walk.getRawMode(0))) {
        return Optional.empty();
      }
      if ((walk.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
        throw new IllegalArgumentException(path + " is a link, no plain file");
      }
      return Optional.of(
          repository.open(walk.getObjectId(0), Constants.OBJ_BLOB).getBytes(Bounds.FILE_BYTES));
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
