package io.witan.cli.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.cli.Stop;
import io.witan.cli.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchRepositoryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final Work WORK = new Work("s-1", "T-1", "Change the greeting", "d-1", 1, true);

  @TempDir Path folder;
  private Path directory;

  @BeforeEach
  void name() {
    MeasuredDisk.once();
    directory = folder.resolve("repo");
  }

  private ScratchRepository begun() {
    ScratchRepository repository = ScratchRepository.own(directory, CLOCK);
    repository.begin("STORY.md", "hello\nworld\n", "demo-po");
    return repository;
  }

  private static String patch(String path) {
    return """
        diff --git a/%s b/%s
        new file mode 100644
        --- /dev/null
        +++ b/%s
        @@ -0,0 +1 @@
        +content
        """
        .formatted(path, path, path);
  }

  private static ProposalText json(String patch) {
    return ProposalText.of(
        Json.write(Map.of("title", "t", "summary", "s", "work_note", "w", "patch", patch)));
  }

  @Nested
  class APatchThatApplies {

    @Test
    void isCommitted() throws Exception {
      String patch =
          """
          --- a/STORY.md
          +++ b/STORY.md
          @@ -1,2 +1,2 @@
          -hello
          +good day
           world
          """;
      try (ScratchRepository repository = begun()) {
        Commit commit = repository.commit(WORK, json(patch), "demo-dev");

        assertThat(commit.files()).containsExactly("STORY.md");
        assertThat(commit.how()).isEqualTo("Patch of the winning proposal.");
        assertThat(directory.resolve("STORY.md")).hasContent("good day\nworld\n");
        assertThat(commit.sha()).hasSize(40);
      }
      try (Git git = Git.open(directory.toFile())) {
        RevCommit head = git.log().call().iterator().next();
        assertThat(head.getAuthorIdent().getName()).isEqualTo("demo-dev");
        assertThat(head.getFullMessage())
            .startsWith("Change the greeting\n")
            .contains("Witan-Task: T-1", "Witan-Turns: rehearsal");
        assertThat(git.status().call().isClean()).isTrue();
      }
    }

    @Test
    void mayComeInAFence() {
      try (ScratchRepository repository = begun()) {
        ProposalText proposal =
            ProposalText.of("I would do this:\n\n```diff\n" + patch("src/a.txt") + "```\n");

        Commit commit = repository.commit(WORK, proposal, "demo-dev");

        assertThat(commit.files()).containsExactly("src/a.txt");
        assertThat(directory.resolve("src/a.txt")).hasContent("content");
      }
    }
  }

  @Nested
  class AnythingElse {

    @Test
    void becomesAWorkNoteThatSaysSo() {
      try (ScratchRepository repository = begun()) {
        Commit commit = repository.commit(WORK, ProposalText.of("Do it well."), "demo-dev");

        assertThat(commit.files()).containsExactly("work-notes/T-1.md");
        assertThat(commit.how()).contains("Work note", "brings no patch");
        assertThat(directory.resolve("work-notes/T-1.md"))
            .content()
            .contains("Do it well.", "No code was changed.", "Rehearsal: no model was asked.");
        assertThat(directory.resolve("STORY.md")).exists();
      }
    }

    @Test
    void mayBeAPatchThatChangesNothing() {
      String patch = "--- a/STORY.md\n+++ b/STORY.md\n@@ -1,2 +1,2 @@\n-hello\n+hello\n world\n";
      try (ScratchRepository repository = begun()) {
        assertThat(repository.commit(WORK, json(patch), "demo-dev").how())
            .contains("its patch does not apply: it changes nothing");
      }
    }

    @Test
    void mayBeAPatchThatDoesNotFit() {
      String patch = "--- a/STORY.md\n+++ b/STORY.md\n@@ -1,2 +1,2 @@\n-moon\n+sun\n world\n";
      try (ScratchRepository repository = begun()) {
        Commit commit = repository.commit(WORK, json(patch), "demo-dev");

        assertThat(commit.how()).contains("its patch does not apply");
        assertThat(directory.resolve("STORY.md")).hasContent("hello\nworld\n");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "not a patch",
          "--- a\n+++ b\n",
          "diff --git a/x b/x\n@@ broken",
          "\u0001\u0002"
        })
    void mayBeAPatchThatIsNone(String patch) {
      try (ScratchRepository repository = begun()) {
        assertThat(repository.commit(WORK, json(patch), "demo-dev").files())
            .containsExactly("work-notes/T-1.md");
      }
    }
  }

  @Nested
  class APatchThatReachesOut {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "../outside.txt",
          "a/../../outside.txt",
          "/tmp/outside.txt",
          ".git/hooks/pre-commit",
          ".GIT/config",
          "a/.git/config",
          ".git./config",
          "git~1/config",
          "C:/outside.txt",
          "a\\..\\outside.txt"
        })
    void isNotApplied(String path) throws IOException {
      try (ScratchRepository repository = begun()) {
        Commit commit = repository.commit(WORK, json(patch(path)), "demo-dev");

        assertThat(commit.files()).containsExactly("work-notes/T-1.md");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
        assertThat(directory.resolve(".git/hooks/pre-commit")).doesNotExist();
      }
    }

    @Test
    void mayNotMakeALink() {
      String patch =
          "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n";
      try (ScratchRepository repository = begun()) {
        Commit commit = repository.commit(WORK, json(patch), "demo-dev");

        assertThat(commit.how()).contains("link");
        assertThat(Files.isSymbolicLink(directory.resolve("l"))).isFalse();
      }
    }
  }

  @Nested
  class ARunThatWasCutOff {

    @Test
    void findsItsCommitAgain() {
      try (ScratchRepository repository = begun()) {
        Commit commit = repository.commit(WORK, ProposalText.of("x"), "demo-dev");

        assertThat(repository.find(WORK)).contains(commit);
        assertThat(repository.find(new Work("s-1", "T-1", "x", "d-2", 2, true))).isEmpty();
        assertThat(repository.find(new Work("s-1", "T-2", "x", "d-1", 1, true))).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.lock", "HEAD.lock", "refs/heads/main.lock"})
    void leavesNoLockInTheWay(String lock) throws IOException {
      begun().close();
      Files.writeString(directory.resolve(".git").resolve(lock), "");
      Files.writeString(directory.resolve("STORY.md"), "half writ");

      try (ScratchRepository repository = begun()) {
        repository.commit(WORK, ProposalText.of("x"), "demo-dev");
      }

      assertThat(directory.resolve("STORY.md")).hasContent("hello\nworld\n");
    }
  }

  @Nested
  class ARepositoryOfTheUser {

    private void commitOne() throws Exception {
      try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
        Files.writeString(directory.resolve("a.txt"), "a\n");
        Files.writeString(directory.resolve(".gitignore"), "ignored.txt\n");
        git.add().addFilepattern(".").call();
        git.commit()
            .setMessage("first")
            .setAuthor("me", "me@localhost")
            .setCommitter("me", "me@localhost")
            .setSign(false)
            .call();
      }
    }

    @Test
    void mustBeThere() {
      assertThatThrownBy(() -> ScratchRepository.existing(directory, CLOCK))
          .isInstanceOf(Stop.class)
          .hasMessageContaining("is no Git repository");
    }

    @Test
    void mustBeClean() throws Exception {
      commitOne();
      Files.writeString(directory.resolve("a.txt"), "changed\n");

      assertThatThrownBy(() -> ScratchRepository.existing(directory, CLOCK))
          .isInstanceOf(Stop.class)
          .hasMessageContaining("not committed");
      assertThat(directory.resolve("a.txt")).hasContent("changed\n");
    }

    @Test
    void keepsFilesThatNobodyCommitted() throws Exception {
      commitOne();
      Files.write(directory.resolve("ignored.txt"), "precious".getBytes(StandardCharsets.UTF_8));
      try (ScratchRepository repository = ScratchRepository.existing(directory, CLOCK)) {
        Commit commit = repository.commit(WORK, json(patch("ignored.txt")), "demo-dev");

        assertThat(commit.how()).contains("ignored.txt is there, not committed");
        assertThat(directory.resolve("ignored.txt")).hasContent("precious");
      }
    }

    @Test
    void keepsThemFromAPatchThatMovesAFileThereToo() throws Exception {
      commitOne();
      Files.writeString(directory.resolve("ignored.txt"), "precious");
      String patch =
          """
          diff --git a/a.txt b/ignored.txt
          similarity index 100%
          rename from a.txt
          rename to ignored.txt
          """;
      try (ScratchRepository repository = ScratchRepository.existing(directory, CLOCK)) {
        assertThat(repository.commit(WORK, json(patch), "demo-dev").how())
            .contains("ignored.txt is there, not committed");
      }
      assertThat(directory.resolve("ignored.txt")).hasContent("precious");
      assertThat(directory.resolve("a.txt")).exists();
    }

    @Test
    void mayHaveNothingInItYet() throws Exception {
      Git.init().setDirectory(directory.toFile()).call().close();
      try (ScratchRepository repository = ScratchRepository.existing(directory, CLOCK)) {
        assertThat(repository.find(WORK)).isEmpty();

        Commit commit = repository.commit(WORK, json(patch("a.txt")), "demo-dev");

        assertThat(commit.how()).contains("the repository is empty");
        assertThat(repository.find(WORK)).contains(commit);
      }
    }

    @Test
    void thatIsBrokenIsNamedWithTheWayToLookAtIt() throws Exception {
      commitOne();
      try (ScratchRepository repository = ScratchRepository.existing(directory, CLOCK)) {
        Path branch = branch();
        Files.writeString(branch, "0123456789012345678901234567890123456789\n");

        assertThatThrownBy(() -> repository.find(WORK))
            .isInstanceOf(Stop.class)
            .hasMessageContaining("the repository " + directory + " cannot be used")
            .satisfies(
                stop ->
                    assertThat(((Stop) stop).hints()).anyMatch(hint -> hint.contains("git -C")));
      }
    }

    private Path branch() throws IOException {
      String head = Files.readString(directory.resolve(".git/HEAD")).strip();
      return directory.resolve(".git").resolve(head.replace("ref: ", ""));
    }

    @Test
    void runsNoHook() throws Exception {
      commitOne();
      Path hook = directory.resolve(".git/hooks/pre-commit");
      Files.createDirectories(hook.getParent());
      Files.writeString(hook, "#!/bin/sh\ntouch hooked\nexit 1\n");
      assertThat(hook.toFile().setExecutable(true)).isTrue();
      try (ScratchRepository repository = ScratchRepository.existing(directory, CLOCK)) {
        repository.commit(WORK, ProposalText.of("x"), "demo-dev");
      }

      assertThat(directory.resolve("hooked")).doesNotExist();
    }
  }
}
