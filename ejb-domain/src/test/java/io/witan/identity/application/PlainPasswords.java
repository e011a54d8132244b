package io.witan.identity.application;

import io.witan.identity.domain.Password;
import io.witan.identity.domain.PasswordHash;
import io.witan.identity.port.Passwords;
import java.util.ArrayList;
import java.util.List;

/** Passwords that are not hashed, and a record of what was checked. */
final class PlainPasswords implements Passwords {
  final List<PasswordHash> checked = new ArrayList<>();
  private int made;

  @Override
  public PasswordHash hash(Password password) {
    return new PasswordHash("plain:" + password.value());
  }

  @Override
  public boolean matches(String password, PasswordHash hash) {
    checked.add(hash);
    return hash.encoded().equals("plain:" + password);
  }

  @Override
  public Password random() {
    made++;
    return new Password("random-password-" + made);
  }
}
