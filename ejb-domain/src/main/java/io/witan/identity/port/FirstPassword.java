package io.witan.identity.port;

import io.witan.identity.domain.Password;

/** Where the one who installs Witan finds the first password of all. */
public interface FirstPassword {

  /**
   * Keeps a password where only the operator can read it.
   *
   * @return the password that is kept: an earlier one that was never used wins over the given one
   */
  Password keep(Password fresh);

  /** Where it is kept, for the log. */
  String place();
}
