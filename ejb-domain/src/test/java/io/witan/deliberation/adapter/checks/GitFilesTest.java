package io.witan.deliberation.adapter.checks;

import static io.witan.deliberation.adapter.checks.Checked.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Works;
import io.witan.shared.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFilesTest {
  private static final String CHANGE =
      """
      --- a/src/pay.py
      +++ b/src/pay.py
      @@ -1,2 +1,2 @@
       def pay(card):
      -    return 1
      +    return 2
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aRepository() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      Files.createDirectories(folder.resolve("src"));
      Files.writeString(folder.resolve("src/pay.py"), "def pay(card):\n    return 1\n");
      git.add().addFilepattern("src").call();
      git.commit()
          .setMessage("First")
          .setAuthor("a", "a@b")
          .setCommitter("a", "a@b")
          .setSign(false)
          .call();
    }
  }

  private CheckSuite check(String diff, String ref) {
    return new LocalProposalChecks(Optional.of(folder.toString()), ref)
        .check(Works.patch(diff), Constraints.none());
  }

  private Check lint(String diff) {
    return check(diff, "main").lint();
  }

  @Test
  void a_change_that_fits_applies_and_is_parsed_as_it_would_be() {
    assertThat(lint(CHANGE).outcome()).isEqualTo(Check.Outcome.PASSED);
    assertThat(lines(lint(CHANGE.replace("return 2", "return ="))))
        .contains("src/pay.py:2: error: invalid syntax");
  }

  @Test
  void a_change_of_what_is_not_there_does_not_apply() {
    assertThat(lines(lint(CHANGE.replace("return 1", "return 7"))))
        .singleElement()
        .asString()
        .contains("does not apply")
        .contains("src/pay.py");
  }

  @Test
  void a_file_that_is_there_is_not_added() {
    assertThat(lint(Works.adding("src/pay.py", "x = 1\n")).hasFailed()).isTrue();
  }

  @Test
  void a_file_that_is_not_there_is_not_changed() {
    assertThat(lint(CHANGE.replace("pay.py", "buy.py")).hasFailed()).isTrue();
  }

  @Test
  void a_file_may_go() {
    String gone =
        """
        diff --git a/src/pay.py b/src/pay.py
        deleted file mode 100644
        --- a/src/pay.py
        +++ /dev/null
        @@ -1,2 +0,0 @@
        -def pay(card):
        -    return 1
        """;

    assertThat(lint(gone).outcome()).isEqualTo(Check.Outcome.PASSED);
  }

  @Test
  void a_file_may_move_and_change() {
    String moved =
        """
        diff --git a/src/pay.py b/src/money/pay.py
        similarity index 50%
        rename from src/pay.py
        rename to src/money/pay.py
        --- a/src/pay.py
        +++ b/src/money/pay.py
        @@ -1,2 +1,2 @@
         def pay(card):
        -    return 1
        +    return (
        """;

    assertThat(lines(lint(moved))).first().asString().startsWith("src/money/pay.py:");
  }

  @Test
  void nothing_is_written() throws IOException {
    List<Path> before = everything();

    lint(CHANGE);

    assertThat(everything()).isEqualTo(before);
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void what_cannot_be_opened_is_named() {
    assertThatThrownBy(() -> GitFiles.open(folder, "nowhere"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.checks.ref")
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> GitFiles.open(folder.resolve("src"), "main"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.checks.repository");
  }

  private LocalProposalChecks checks(String path, String ref) {
    return new LocalProposalChecks(Optional.of(path), ref);
  }

  @Test
  void what_cannot_be_opened_is_told_at_the_start() {
    assertThatThrownBy(() -> checks(folder.resolve("away").toString(), "main").begin("now"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.checks.repository");
    assertThatThrownBy(() -> checks(folder.resolve("src").toString(), "main").begin("now"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.checks.repository");
    assertThatThrownBy(() -> checks(folder.toString(), "nowhere").begin("now"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.checks.ref");
  }

  @Test
  void what_can_be_opened_and_nothing_at_all_are_a_start() {
    assertThatCode(() -> checks(folder.toString(), "main").begin("now")).doesNotThrowAnyException();
    assertThatCode(() -> checks(" ", "main").begin("now")).doesNotThrowAnyException();
  }

  @Test
  void a_file_that_cannot_be_read_counts_against_no_proposal() throws IOException {
    Files.delete(object("main:src/pay.py"));

    Check lint = lint(CHANGE);

    assertThat(lint.outcome()).isEqualTo(Check.Outcome.NOT_APPLICABLE);
    assertThat(lines(lint))
        .singleElement()
        .asString()
        .startsWith("note: not judged whether it applies")
        .contains("cannot be read at src/pay.py");
  }

  /** Where Git keeps it. */
  private Path object(String name) throws IOException {
    try (Git git = Git.open(folder.toFile())) {
      String id = git.getRepository().resolve(name).name();
      return folder.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    }
  }

  @Test
  void a_fault_of_the_configuration_counts_against_no_proposal_and_is_told_with_it() {
    Check lint = check(CHANGE, "nowhere").lint();

    assertThat(lint.outcome()).isEqualTo(Check.Outcome.NOT_APPLICABLE);
    assertThat(lines(lint))
        .singleElement()
        .asString()
        .startsWith("note: not judged whether it applies")
        .contains("witan.checks.ref", "nowhere");
  }
}
