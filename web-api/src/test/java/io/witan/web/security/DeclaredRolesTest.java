package io.witan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Role;
import io.witan.web.WitanApplication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The container knows the roles that are declared to it, and no others. */
class DeclaredRolesTest {

  @Test
  void are_all_that_there_are() throws IOException {
    try (InputStream file =
        WitanApplication.class.getResourceAsStream("/META-INF/web-fragment.xml")) {
      String fragment = new String(file.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(
              Pattern.compile("<role-name>(.*)</role-name>")
                  .matcher(fragment)
                  .results()
                  .map(found -> found.group(1)))
          .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::wire).toList());
    }
  }
}
