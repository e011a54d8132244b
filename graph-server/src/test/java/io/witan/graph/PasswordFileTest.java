package io.witan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

  @TempDir Path home;
  PasswordFile file;

  @BeforeEach
  void inAnEmptyHome() {
    file = new PasswordFile(home);
  }

  @Test
  void isNotInForceBeforeTheDatabaseHasTakenIt() throws IOException {
    file.draft();

    assertThat(file.isInForce()).isFalse();
  }

  @Test
  void keepsTheDraftedPasswordForItsOwnerOnly() throws IOException {
    String password = file.draft();
    file.putInForce();

    Path written = home.resolve("neo4j.password");
    assertThat(file.isInForce()).isTrue();
    assertThat(written).hasContent(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesADraftThatAKilledStartLeftBehind() throws IOException {
    String first = file.draft();
    String second = file.draft();

    assertThat(second).isNotEqualTo(first).hasSizeGreaterThanOrEqualTo(32);
  }
}
