package io.witan.cli.repo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.patch.PatchApplier;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Makes the tree of the next commit out of the last one and a proposal, in the object store only.
 */
final class Trees {
  private final Repository repository;
  private final Optional<RevCommit> head;
  private final Predicate<String> inTheWay;

  Trees(Repository repository, Optional<RevCommit> head, Predicate<String> inTheWay) {
    this.repository = repository;
    this.head = head;
    this.inTheWay = inTheWay;
  }

  Content of(Work work, ProposalText proposal, ObjectInserter inserter) throws IOException {
    if (proposal.patch().isEmpty()) {
      return note(work, proposal, "it brings no patch", inserter);
    }
    Attempt attempt = patched(proposal.patch().get(), inserter);
    return attempt.content().isPresent()
        ? attempt.content().get()
        : note(work, proposal, "its patch does not apply: " + attempt.reason(), inserter);
  }

  /** The last tree with one file more. */
  Content file(String path, String text, ObjectInserter inserter) throws IOException {
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    return new Content(with(path, blob, inserter), List.of(path), "File " + path);
  }

  /** A tree, or the reason why there is none. */
  private record Attempt(Optional<Content> content, String reason) {
    static Attempt failed(String reason) {
      return new Attempt(Optional.empty(), reason);
    }
  }

  private Attempt patched(String text, ObjectInserter inserter) throws IOException {
    byte[] bytes = (text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
    Patch patch = new Patch();
    patch.parse(bytes, 0, bytes.length);
    if (patch.getFiles().isEmpty() || !patch.getErrors().isEmpty()) {
      return Attempt.failed("it is no unified diff");
    }
    Optional<String> wrong = PatchPaths.wrong(patch.getFiles());
    if (wrong.isPresent()) {
      return Attempt.failed(wrong.get());
    }
    for (FileHeader file : patch.getFiles()) {
      if (isNew(file) && inTheWay.test(file.getNewPath())) {
        return Attempt.failed("%s is there, not committed".formatted(file.getNewPath()));
      }
    }
    return apply(patch, inserter);
  }

  private Attempt apply(Patch patch, ObjectInserter inserter) throws IOException {
    if (head.isEmpty()) {
      return Attempt.failed("the repository is empty");
    }
    try {
      PatchApplier applier = new PatchApplier(repository, head.get().getTree(), inserter);
      PatchApplier.Result result = applier.applyPatch(patch);
      if (!result.getErrors().isEmpty()) {
        return Attempt.failed(result.getErrors().get(0).toString());
      }
      return result.getTreeId().equals(head.get().getTree())
          ? Attempt.failed("it changes nothing")
          : new Attempt(
              Optional.of(
                  new Content(
                      result.getTreeId(), result.getPaths(), "Patch of the winning proposal.")),
              "");
    } catch (IOException | IllegalArgumentException unusable) {
      return Attempt.failed(unusable.getMessage());
    }
  }

  private static boolean isNew(FileHeader file) {
    return file.getChangeType() == DiffEntry.ChangeType.ADD
        || file.getChangeType() == DiffEntry.ChangeType.RENAME
        || file.getChangeType() == DiffEntry.ChangeType.COPY;
  }

  private Content note(Work work, ProposalText proposal, String why, ObjectInserter inserter)
      throws IOException {
    String path = "work-notes/" + work.taskId().replaceAll("[^A-Za-z0-9._-]", "_") + ".md";
    String how = "Work note of the winning proposal: " + why + ".";
    ObjectId blob =
        inserter.insert(
            Constants.OBJ_BLOB, WorkNote.of(work, proposal, how).getBytes(StandardCharsets.UTF_8));
    return new Content(with(path, blob, inserter), List.of(path), how.replaceAll("\\s+", " "));
  }

  private ObjectId with(String path, ObjectId blob, ObjectInserter inserter) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      if (head.isPresent()) {
        walk.addTree(head.get().getTree());
        walk.setRecursive(true);
        while (walk.next()) {
          if (!walk.getPathString().equals(path)) {
            builder.add(entry(walk.getPathString(), walk.getFileMode(0), walk.getObjectId(0)));
          }
        }
      }
    }
    builder.add(entry(path, FileMode.REGULAR_FILE, blob));
    builder.finish();
    return index.writeTree(inserter);
  }

  private static DirCacheEntry entry(String path, FileMode mode, ObjectId id) {
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(mode);
    entry.setObjectId(id);
    return entry;
  }
}
