package io.witan.cli.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.cli.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryFileReaderTest {
  @TempDir Path folder;

  private StoryFile read(String text) {
    return read("a-story.md", text.getBytes(StandardCharsets.UTF_8));
  }

  private StoryFile read(String name, byte[] bytes) {
    try {
      return StoryFileReader.read(Files.write(folder.resolve(name), bytes));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Nested
  class AWellWrittenFile {

    @Test
    void givesTitleBriefAndCriteria() {
      StoryFile story =
          read(
              """
              # The *title* of `it`

              The brief.

              ## Acceptance criteria

              - [ ] the first
              - [x] the second
                goes on here
              * the third

              ## After

              More brief.
              """);

      assertThat(story.title()).isEqualTo("The title of it");
      assertThat(story.acceptanceCriteria())
          .containsExactly("the first", "the second\ngoes on here", "the third");
      assertThat(story.brief()).isEqualTo("The brief.\n\n\n\n## After\n\nMore brief.");
      assertThat(story.remarks()).isEmpty();
    }

    @Test
    void keepsCodeTablesAndIndentsAsWritten() {
      String code =
          "```java\n# not a heading\nif (a) {\n    b();\t// tab\n}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |";

      StoryFile story = read("# T\n\n" + code + "\n");

      assertThat(story.brief()).isEqualTo(code);
    }

    @Test
    void keepsUnicode() {
      StoryFile story =
          read(
              "# Überschrift \u65e5\u672c\u8a9e \ud83d\ude80\n\n\u05e9\u05dc\u05d5\u05dd e\u0301\n");

      assertThat(story.title()).isEqualTo("Überschrift \u65e5\u672c\u8a9e \ud83d\ude80");
      assertThat(story.brief()).isEqualTo("\u05e9\u05dc\u05d5\u05dd e\u0301");
    }

    @Test
    void mayHoldALongLog() {
      String log =
          "2026-11-17T09:14:03Z ERROR something [exec-7] failed: <a&b> #12 * - _x_\n".repeat(800);

      StoryFile story =
          read("# T\n\n```\n" + log + "```\n\n## Acceptance Criteria\n1. one\n2) two\n");

      assertThat(story.brief()).isEqualTo("```\n" + log + "```");
      assertThat(story.acceptanceCriteria()).containsExactly("one", "two");
    }

    @Test
    void hasTheDigestOfItsBytes() {
      assertThat(read("# T\nx").digest())
          .isEqualTo(Digests.sha256("# T\nx"))
          .isNotEqualTo(read("# T\nx\n").digest());
    }
  }

  @Nested
  class TheSectionOfCriteria {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "# Acceptance Criteria",
          "###### acceptance criteria:",
          "## 3. ACCEPTANCE CRITERIA",
          "## **Acceptance Criteria**",
          "Acceptance Criteria\n---",
          "**Acceptance criteria:**\n",
          "Acceptance criteria:\n",
          "## Acceptance-criteria ##"
        })
    void isFoundHoweverItIsNamed(String name) {
      StoryFile story = read("# T\n\nbrief\n\n" + name + "\n- one\n- two\n");

      assertThat(story.acceptanceCriteria()).containsExactly("one", "two");
      assertThat(story.brief()).isEqualTo("brief");
      assertThat(story.title()).isEqualTo("T");
    }

    @Test
    void endsAtTheNextHeadingOfItsLevel() {
      StoryFile story =
          read(
              "# T\n\n## Acceptance criteria\n\n### Must\n\n- one\n\n### Should\n\n- two\n\n## Notes\n\n- no criterion\n");

      assertThat(story.acceptanceCriteria()).containsExactly("one", "two");
      assertThat(story.brief()).contains("- no criterion").doesNotContain("- one");
    }

    @Test
    void keepsNestedListsAndCodeInTheirCriterion() {
      StoryFile story =
          read(
              "# T\n\n## Acceptance criteria\n\n- outer\n  - inner\n\n  ```\n  code\n  ```\n- [ ] next\n");

      assertThat(story.acceptanceCriteria())
          .containsExactly("outer\n- inner\n\n```\ncode\n```", "next");
    }

    @Test
    void takesParagraphsWhereThereIsNoList() {
      StoryFile story = read("# T\n\n## Acceptance criteria\n\nGiven a\nwhen b.\n\nThen c.\n");

      assertThat(story.acceptanceCriteria()).containsExactly("Given a\nwhen b.", "Then c.");
    }

    @Test
    void isNoneInACodeBlock() {
      StoryFile story = read("# T\n\n```\n## Acceptance criteria\n- one\n```\n");

      assertThat(story.acceptanceCriteria()).isEmpty();
      assertThat(story.brief()).contains("- one");
    }

    @Test
    void isNotTheTitleEvenIfItComesFirst() {
      StoryFile story = read("## Acceptance criteria\n\n- one\n\n# The title\n\nbrief\n");

      assertThat(story.title()).isEqualTo("The title");
      assertThat(story.acceptanceCriteria()).containsExactly("one");
    }

    @Test
    void mayHaveEmptyItems() {
      assertThat(read("# T\n\n## Acceptance criteria\n-\n- [ ]\n- one\n").acceptanceCriteria())
          .endsWith("one");
    }
  }

  @Nested
  class AFileThatIsNotQuiteRight {

    @Test
    void withoutAHeadingIsNamedAfterItsFile() {
      StoryFile story = read("fix_the-thing.md", "just text".getBytes(StandardCharsets.UTF_8));

      assertThat(story.title()).isEqualTo("fix the thing");
      assertThat(story.brief()).isEqualTo("just text");
      assertThat(story.remarks()).singleElement().asString().contains("no heading");
    }

    @Test
    void withOnlyATitleHasItAsBriefToo() {
      StoryFile story = read("# Only a title\n");

      assertThat(story.brief()).isEqualTo("Only a title");
      assertThat(story.remarks()).hasSize(1);
    }

    @Test
    void withAnEndlessTitleIsCut() {
      StoryFile story = read("# " + "\ud83d\ude80".repeat(400) + "\n\nbrief");

      assertThat(story.title()).hasSizeLessThanOrEqualTo(300).endsWith("...");
      assertThat(Character.isHighSurrogate(story.title().charAt(story.title().length() - 4)))
          .isFalse();
      assertThat(story.brief()).startsWith("\ud83d\ude80").endsWith("brief");
    }

    @Test
    void withWindowsLineEndsAndAByteOrderMarkReadsTheSame() {
      StoryFile story = read("\ufeff# T\r\n\r\nbrief\r\n\r\n## Acceptance criteria\r\n- one\r\n");

      assertThat(story.title()).isEqualTo("T");
      assertThat(story.brief()).isEqualTo("brief");
      assertThat(story.acceptanceCriteria()).containsExactly("one");
    }

    @Test
    void mayHaveFrontMatter() {
      StoryFile story = read("---\ntags: [a]\nowner: me\n---\n# T\n\nbrief\n");

      assertThat(story.title()).isEqualTo("T");
      assertThat(story.brief()).isEqualTo("brief");
    }

    @Test
    void mayBeginWithARule() {
      assertThat(read("---\n\nSome text\n\n---\n\n# T\n").brief()).contains("Some text");
    }

    @Test
    void mayBeNestedBeyondReason() {
      String deep =
          "# T\n\n" + "> ".repeat(3_000) + "x\n" + "- ".repeat(500) + "y\n" + "[".repeat(20_000);

      Assertions.assertTimeout(
          Duration.ofSeconds(20), () -> assertThat(read(deep).title()).isEqualTo("T"));
    }
  }

  @Nested
  class AFileThatIsNoStory {

    private void refused(Path file, String words) {
      assertThatThrownBy(() -> StoryFileReader.read(file))
          .isInstanceOf(Stop.class)
          .hasMessageContaining(words)
          .extracting(stop -> ((Stop) stop).exitCode())
          .isEqualTo(2);
    }

    private Path file(byte[] bytes) throws IOException {
      return Files.write(folder.resolve("x.md"), bytes);
    }

    @Test
    void isMissing() {
      refused(folder.resolve("none.md"), "there is no file");
    }

    @Test
    void isAFolder() {
      refused(folder, "is a folder");
    }

    @Test
    void isEmpty() throws IOException {
      refused(file(new byte[0]), "is empty");
      refused(file(" \n\t\n".getBytes(StandardCharsets.UTF_8)), "is empty");
    }

    @Test
    void isBinary() throws IOException {
      refused(file(new byte[] {'#', ' ', 'a', 0, 1, 2}), "is binary");
    }

    @Test
    void isNotUtf8() throws IOException {
      refused(
          file("# T\n\ncaf\u00e9 au lait".getBytes(StandardCharsets.ISO_8859_1)),
          "byte 9, in line 3");
      refused(file(new byte[] {'a', (byte) 0xC3}), "not UTF-8");
    }

    @Test
    void isUtf16() throws IOException {
      refused(file("# T".getBytes(Charset.forName("UTF-16"))), "UTF-16");
    }

    @Test
    void isTooLong() throws IOException {
      refused(
          file("x".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8)), "1,048,577 bytes");
      refused(
          file(("# T\n" + "x".repeat(500_001)).getBytes(StandardCharsets.UTF_8)),
          "500,001 characters");
    }

    @Test
    void hasTooManyCriteria() throws IOException {
      refused(
          file(
              ("# T\n## Acceptance criteria\n" + "- x\n".repeat(201))
                  .getBytes(StandardCharsets.UTF_8)),
          "201 acceptance criteria");
    }

    @Test
    void hasACriterionThatIsTooLong() throws IOException {
      String longest = "- " + "x".repeat(5_000) + "\n";
      String text = "# T\n## Acceptance criteria\n" + longest;
      assertThat(read(text).acceptanceCriteria()).hasSize(1);

      refused(
          file((text + "- x" + longest).getBytes(StandardCharsets.UTF_8)),
          "criterion 2 has 5,003 characters, it may have 5,000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug-report.md", "feature.md", "refactoring.md"})
  void readsTheExamples(String name) {
    StoryFile story = StoryFileReader.read(Path.of("../examples").resolve(name));

    assertThat(story.remarks()).isEmpty();
    assertThat(story.acceptanceCriteria()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(story.brief()).hasSizeGreaterThan(500);
  }
}
