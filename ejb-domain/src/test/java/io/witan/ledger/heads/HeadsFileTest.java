package io.witan.ledger.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {
  @TempDir private Path folder;
  private HeadsFile file;

  @BeforeEach
  void one() {
    file = new HeadsFile(folder.resolve("new").toString());
  }

  /** Brings a file up to so many batches, two at a time. */
  private static void extend(HeadsFile file, int last) throws IOException {
    extend(file, last, 2);
  }

  private static void extend(HeadsFile file, int last, int page) throws IOException {
    List<String> all = Lines.upTo(last);
    file.extend(after -> all.subList((int) after, (int) Math.min(after + page, last)));
  }

  private static List<String> read(HeadsFile file, long after, long most) {
    List<String> lines = new ArrayList<>();
    file.read(after, most, lines::add);
    return lines;
  }

  private static byte[] bytes(int batches) {
    return (String.join("\n", Lines.upTo(batches)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Nested
  class Before_it_is_written {
    @Test
    void it_is_empty_and_leaves_nothing_behind() throws IOException {
      assertThat(file.isThere()).isFalse();
      assertThat(file.last()).isZero();
      assertThat(file.count()).isZero();
      assertThat(read(file, 0, 10)).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Nested
  class Once_written {
    @BeforeEach
    void write() throws IOException {
      extend(file, 5);
    }

    @Test
    void it_holds_a_line_for_each_batch() {
      assertThat(file.path()).hasBinaryContent(bytes(5));
    }

    @Test
    void it_is_its_owners_only() throws IOException {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
          .isEqualTo("rwx------");
    }

    @Test
    void it_is_read_page_by_page() {
      assertThat(file.count()).isEqualTo(5);
      assertThat(read(file, 0, 2)).isEqualTo(Lines.upTo(5).subList(0, 2));
      assertThat(read(file, 2, 2)).isEqualTo(Lines.upTo(5).subList(2, 4));
      assertThat(read(file, 4, Long.MAX_VALUE - 4)).isEqualTo(Lines.upTo(5).subList(4, 5));
      assertThat(read(file, 5, 2)).isEmpty();
    }

    @Test
    void more_is_added_at_its_end() throws IOException {
      assertThat(read(file, 0, 9)).hasSize(5);

      extend(file, 9);

      assertThat(file.path()).hasBinaryContent(bytes(9));
      assertThat(read(file, 7, 9)).isEqualTo(Lines.upTo(9).subList(7, 9));
    }

    @Test
    void another_process_goes_on_where_it_ends() throws IOException {
      extend(new HeadsFile(folder.resolve("new").toString()), 7);

      assertThat(file.last()).isEqualTo(7);
      assertThat(read(file, 0, 9)).isEqualTo(Lines.upTo(7));
    }

    @Test
    void an_end_that_is_no_batch_is_not_written_over() throws IOException {
      Files.writeString(file.path(), "what is this?\n");

      assertThatThrownBy(() -> extend(file, 6))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no batch");
      assertThat(file.path()).hasContent("what is this?\n");
    }
  }

  @Nested
  class A_process_that_died_while_it_wrote {
    @Test
    void leaves_nothing_that_the_next_does_not_mend_wherever_the_line_is_torn() throws IOException {
      byte[] whole = bytes(3);
      int lastLine = bytes(2).length;
      Files.createDirectories(folder.resolve("new"));
      for (int end = lastLine; end < whole.length; end++) {
        Files.write(file.path(), Arrays.copyOf(whole, end));

        extend(file, 4);

        assertThat(file.path()).as("torn at byte %d", end).hasBinaryContent(bytes(4));
      }
    }

    @Test
    void is_known_not_to_have_written_that_line() throws IOException {
      extend(file, 2);
      Files.write(file.path(), Arrays.copyOf(bytes(3), bytes(3).length - 1));

      assertThat(file.last()).isEqualTo(2);
      assertThat(file.path()).hasBinaryContent(bytes(2));
    }

    @Test
    void may_have_written_its_first_line() throws IOException {
      Files.createDirectories(folder.resolve("new"));
      Files.write(file.path(), Arrays.copyOf(bytes(1), 20));

      extend(file, 1);

      assertThat(file.path()).hasBinaryContent(bytes(1));
    }

    @Test
    void leaves_a_torn_line_that_is_not_read() throws IOException {
      extend(file, 2);
      Files.write(file.path(), Arrays.copyOf(bytes(3), bytes(3).length - 5));

      assertThat(read(file, 0, 9)).isEqualTo(Lines.upTo(2));
    }
  }

  @Nested
  class A_long_file {
    @Test
    void is_read_and_mended_across_blocks() throws IOException {
      extend(file, 6_000, 1_000);
      byte[] whole = Files.readAllBytes(file.path());
      assertThat(whole.length).isGreaterThan(1024 * 1024);
      Files.write(file.path(), Arrays.copyOf(whole, whole.length - 1));

      assertThat(file.last()).isEqualTo(5_999);
      assertThat(file.count()).isEqualTo(5_999);
      assertThat(read(file, 5_998, 9)).isEqualTo(Lines.upTo(5_999).subList(5_998, 5_999));
    }
  }
}
