package io.witan.cli.repo;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * A Git repository that winning proposals are committed to. A tree is built in the object store
 * first, then the branch moves in one step, then the files follow: a run that is cut off leaves
 * either the old commit or the new one.
 */
public final class ScratchRepository implements AutoCloseable {
  private static final int LOOK_BACK = 10_000;

  /** What Git leaves behind when it is killed in the middle of a change. */
  private static final List<String> LOCKS =
      List.of(".git/index.lock", ".git/HEAD.lock", ".git/refs/heads/main.lock");

  private final Git git;
  private final Path directory;
  private final boolean own;
  private final Clock clock;

  private ScratchRepository(Git git, Path directory, boolean own, Clock clock) {
    this.git = git;
    this.directory = directory;
    this.own = own;
    this.clock = clock;
  }

  /**
   * The repository that this program keeps for a story; made when missing, tidied when a run was
   * cut off in it.
   */
  public static ScratchRepository own(Path directory, Clock clock) {
    return guarded(
        directory,
        () -> {
          IsolatedGit.install();
          Files.createDirectories(directory);
          for (String lock : LOCKS) {
            Files.deleteIfExists(directory.resolve(lock));
          }
          Git git = Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call();
          return new ScratchRepository(git, directory, true, clock);
        });
  }

  /** A repository of the user's own choice; it must be there and have nothing uncommitted. */
  public static ScratchRepository existing(Path directory, Clock clock) {
    return guarded(
        directory,
        () -> {
          IsolatedGit.install();
          if (!Files.exists(directory.resolve(".git"))) {
            throw Stop.usage(
                "%s is no Git repository".formatted(directory), "make one: git init " + directory);
          }
          Git git = Git.open(directory.toFile());
          if (!git.status().call().isClean()) {
            throw Stop.refused(
                "%s has changes that are not committed".formatted(directory),
                "commit them or put them aside: git stash -u");
          }
          return new ScratchRepository(git, directory, false, clock);
        });
  }

  public Path directory() {
    return directory;
  }

  /** The commit that was made for this work and round before, if there is one. */
  public Optional<Commit> find(Work work) {
    return guarded(directory, () -> lookUp(work));
  }

  /** Makes the first commit, with the story in it, unless there are commits already. */
  public void begin(String file, String text, String author) {
    guarded(
        directory,
        () -> {
          if (head().isEmpty()) {
            try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
              Content content =
                  new Trees(git.getRepository(), head(), this::wouldOverwrite)
                      .file(file, text, inserter);
              store(content, "Story as it was handed in\n", author, head(), inserter);
              checkOut();
            }
          }
          return directory;
        });
  }

  /** Commits the proposal: its patch if that applies, else a work note that says why not. */
  public Commit commit(Work work, ProposalText proposal, String author) {
    return guarded(
        directory,
        () -> {
          try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            Optional<RevCommit> head = head();
            Content content =
                new Trees(git.getRepository(), head, this::wouldOverwrite)
                    .of(work, proposal, inserter);
            ObjectId id =
                store(content, CommitMessage.of(work, content.how()), author, head, inserter);
            checkOut();
            return new Commit(id.name(), content.files(), content.how());
          }
        });
  }

  @Override
  public void close() {
    git.close();
  }

  private Optional<RevCommit> head() throws IOException {
    ObjectId id = git.getRepository().resolve(Constants.HEAD);
    if (id == null) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(git.getRepository())) {
      return Optional.of(walk.parseCommit(id));
    }
  }

  /** A file that nobody committed must survive. */
  private boolean wouldOverwrite(String path) {
    Path file = directory.resolve(path);
    return !own && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private ObjectId store(
      Content content,
      String message,
      String author,
      Optional<RevCommit> head,
      ObjectInserter inserter)
      throws IOException {
    PersonIdent who =
        new PersonIdent(author, author + "@localhost", clock.instant(), clock.getZone());
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(content.tree());
    head.ifPresent(commit::setParentId);
    commit.setAuthor(who);
    commit.setCommitter(who);
    commit.setEncoding(StandardCharsets.UTF_8);
    commit.setMessage(message);
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    move(id, head);
    return id;
  }

  private void move(ObjectId id, Optional<RevCommit> head) throws IOException {
    RefUpdate update = git.getRepository().updateRef(Constants.HEAD);
    update.setExpectedOldObjectId(head.map(RevCommit::getId).orElse(ObjectId.zeroId()));
    update.setNewObjectId(id);
    update.setRefLogMessage("commit: witan", false);
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
      throw Stop.refused(
          "the branch of %s could not be moved: %s".formatted(directory, result),
          "somebody else may be committing there; run again");
    }
  }

  private void checkOut() throws GitAPIException {
    if (!git.getRepository().isBare()) {
      git.reset().setMode(ResetType.HARD).call();
    }
  }

  private Optional<Commit> lookUp(Work work) throws IOException {
    Optional<RevCommit> head = head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(git.getRepository())) {
      walk.markStart(walk.parseCommit(head.get()));
      int seen = 0;
      for (RevCommit commit : walk) {
        if (CommitMessage.isOf(work, commit.getFullMessage())) {
          return Optional.of(
              new Commit(
                  commit.name(),
                  changed(commit, walk),
                  CommitMessage.how(commit.getFullMessage())));
        }
        if (++seen == LOOK_BACK) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private List<String> changed(RevCommit commit, RevWalk walk) throws IOException {
    Repository repository = git.getRepository();
    List<String> paths = new ArrayList<>();
    try (TreeWalk trees = new TreeWalk(repository)) {
      trees.setRecursive(true);
      trees.addTree(commit.getTree());
      if (commit.getParentCount() > 0) {
        trees.addTree(walk.parseCommit(commit.getParent(0)).getTree());
        trees.setFilter(TreeFilter.ANY_DIFF);
      }
      while (trees.next()) {
        paths.add(trees.getPathString());
      }
    }
    return paths;
  }

  /** Something that talks to Git. */
  private interface GitWork<T> {
    T run() throws IOException, GitAPIException;
  }

  private static <T> T guarded(Path directory, GitWork<T> work) {
    try {
      return work.run();
    } catch (IOException | GitAPIException broken) {
      throw new Stop(
          ExitCode.REFUSED,
          "the repository %s cannot be used: %s".formatted(directory, broken.getMessage()),
          List.of("look at it with: git -C %s status".formatted(directory)),
          broken);
    }
  }
}
