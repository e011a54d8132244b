package io.witan.identity.port;

import io.witan.identity.domain.Password;
import io.witan.identity.domain.PasswordHash;

/** Turns passwords into hashes that are slow to guess, and checks them. */
public interface Passwords {

  PasswordHash hash(Password password);

  /** Takes as long for a wrong password as for the right one. */
  boolean matches(String password, PasswordHash hash);

  /** A new password that nobody can guess. */
  Password random();
}
