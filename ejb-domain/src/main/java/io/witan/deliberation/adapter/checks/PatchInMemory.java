package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.patch.PatchApplier;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Applies a patch in memory: to the few files that it names, copied out of the base. Where there is
 * no base, only what it adds is applied, to nothing.
 */
final class PatchInMemory {
  private final Optional<? extends BaseFiles> base;

  PatchInMemory(Optional<? extends BaseFiles> base) {
    this.base = base;
  }

  /**
   * What the patch leaves.
   *
   * @throws UnreadableBase when the base is broken, so that nothing can be said about the patch
   */
  PatchedFiles apply(UnifiedDiff diff) throws UnreadableBase {
    List<Finding> findings = new ArrayList<>();
    Patch known = new Patch();
    diff.files().stream().filter(file -> isKnown(file, findings)).forEach(known::addFile);
    if (known.getFiles().isEmpty()) {
      return PatchedFiles.none(findings);
    }
    try (InMemoryRepository memory = new InMemoryRepository(new DfsRepositoryDescription("patch"));
        ObjectInserter inserter = memory.newObjectInserter()) {
      return applied(memory, inserter, known, findings);
    } catch (UnreadableBase broken) {
      throw broken;
    } catch (IOException | RuntimeException unusable) {
      // JGit checks little before it applies: what it stumbles over is the patch.
      findings.add(Finding.error("", 0, "it does not apply: " + unusable.getMessage()));
      return PatchedFiles.none(findings);
    }
  }

  private boolean isKnown(FileHeader file, List<Finding> findings) {
    if (base.isPresent() || file.getChangeType() == DiffEntry.ChangeType.ADD) {
      return true;
    }
    findings.add(
        Finding.note(
            UnifiedDiff.name(file), 0, "not judged whether it applies: no repository is set"));
    return false;
  }

  private PatchedFiles applied(
      InMemoryRepository memory, ObjectInserter inserter, Patch patch, List<Finding> findings)
      throws IOException {
    ObjectId before = tree(inserter, patch);
    try (RevWalk walk = new RevWalk(inserter.newReader())) {
      RevTree tree = walk.parseTree(before);
      PatchApplier.Result result = new PatchApplier(memory, tree, inserter).applyPatch(patch);
      for (PatchApplier.Result.Error error : result.getErrors()) {
        findings.add(Finding.error("", 0, "it does not apply: " + error));
      }
      if (!result.getErrors().isEmpty()) {
        return PatchedFiles.none(findings);
      }
      if (result.getTreeId().equals(before)) {
        findings.add(Finding.error("", 0, "it changes nothing"));
      }
      return new PatchedFiles(
          files(walk.getObjectReader(), result.getTreeId(), new TreeSet<>(result.getPaths())),
          findings);
    }
  }

  /** The files of the base that the patch names. */
  private ObjectId tree(ObjectInserter inserter, Patch patch) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    Set<String> paths = new TreeSet<>();
    patch.getFiles().forEach(file -> paths.addAll(List.of(file.getOldPath(), file.getNewPath())));
    paths.remove(DiffEntry.DEV_NULL);
    for (String path : paths) {
      Optional<byte[]> content = base.isPresent() ? base.get().read(path) : Optional.empty();
      if (content.isPresent()) {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, content.get()));
        builder.add(entry);
      }
    }
    builder.finish();
    ObjectId tree = index.writeTree(inserter);
    inserter.flush();
    return tree;
  }

  private static Map<String, byte[]> files(ObjectReader reader, ObjectId tree, Set<String> changed)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    int bytes = 0;
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next()) {
        if (changed.contains(walk.getPathString())) {
          byte[] content = reader.open(walk.getObjectId(0)).getBytes(Bounds.FILE_BYTES);
          files.put(walk.getPathString(), content);
          bytes += content.length;
          if (bytes > Bounds.ALL_BYTES) {
            throw new IOException("its files have more than %d bytes".formatted(Bounds.ALL_BYTES));
          }
        }
      }
    }
    return files;
  }
}
