package io.witan.identity.domain;

import java.util.Objects;

/**
 * What is kept of a password: enough to check it, nothing to read it from. Its text form hides it.
 *
 * @param encoded the algorithm, its parameters, salt and hash in PHC form
 */
public record PasswordHash(String encoded) {
  public PasswordHash {
    Objects.requireNonNull(encoded, "encoded");
  }

  @Override
  public String toString() {
    return "***";
  }
}
