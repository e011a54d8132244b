package io.witan.web.identity;

import io.witan.shared.ActorId;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.web.json.Secret;

/** A name and a password, as sent to get a token. Its text form hides the password. */
public record CredentialsWire(String username, @Secret String password) {

  ActorId actor() {
    return new ActorId(Ids.valid("username", username));
  }

  String givenPassword() {
    if (password == null || password.length() > 200) {
      throw new InvalidValue("password", "", "1 to 200 characters");
    }
    return password;
  }

  @Override
  public String toString() {
    return "credentials of " + username;
  }
}
