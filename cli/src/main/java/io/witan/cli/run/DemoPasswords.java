package io.witan.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.Stop;
import io.witan.cli.api.Json;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The demo users' names and random passwords, in a file that only its owner may read. */
public final class DemoPasswords {
  private static final int BYTES = 24;

  /** A name with its password. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return username;
    }
  }

  private final PrivateFile file;
  private final SecureRandom random = new SecureRandom();

  public DemoPasswords(PrivateFile file) {
    this.file = file;
  }

  /** The logins that were kept, for the roles that have one. */
  public Map<DemoRole, Login> kept() {
    Map<DemoRole, Login> logins = new EnumMap<>(DemoRole.class);
    Optional<JsonNode> json = file.read().map(this::parsed);
    for (DemoRole role : DemoRole.values()) {
      json.map(all -> all.get(role.wire()))
          .filter(one -> one.hasNonNull("username") && one.hasNonNull("password"))
          .ifPresent(
              one ->
                  logins.put(
                      role, new Login(one.get("username").asText(), one.get("password").asText())));
    }
    return logins;
  }

  /** Makes a password for a name and keeps it, before anybody else knows of it. */
  public Login make(DemoRole role, String username) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Login login =
        new Login(username, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    Map<DemoRole, Login> all = kept();
    all.put(role, login);
    keep(all);
    return login;
  }

  public PrivateFile file() {
    return file;
  }

  private void keep(Map<DemoRole, Login> logins) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    logins.forEach(
        (role, login) ->
            json.putObject(role.wire())
                .put("username", login.username())
                .put("password", login.password()));
    file.write(json.toPrettyString() + "\n");
  }

  private JsonNode parsed(String text) {
    return Json.parse(text)
        .filter(JsonNode::isObject)
        .orElseThrow(
            () ->
                Stop.refused(
                    "%s is damaged".formatted(file.path()),
                    "move it away and make new demo users: ./witan run FILE --user-suffix 2"));
  }
}
