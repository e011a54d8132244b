package io.witan.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.Identity;
import io.witan.cli.api.Json;
import io.witan.cli.api.PasswordIdentity;
import io.witan.cli.api.Transport;
import io.witan.cli.api.WitanApi;
import io.witan.cli.run.DemoPasswords;
import io.witan.cli.run.DemoPasswords.Login;
import io.witan.cli.run.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a command acts as: the token in WITAN_TOKEN, else a kept login, else the demo's product
 * owner, else the administrator of a server on this machine.
 */
final class Access {
  private final Environment environment;
  private final WitanApi nobody;
  private final DemoPasswords demo;
  private final PrivateFile session;

  Access(Environment environment) {
    this.environment = environment;
    this.nobody = new WitanApi(new Transport(environment.serverUrl()), Identity.NOBODY);
    this.demo =
        new DemoPasswords(new PrivateFile(environment.cliData().resolve("demo-users.json")));
    this.session = new PrivateFile(environment.cliData().resolve("session.json"));
  }

  WitanApi nobody() {
    return nobody;
  }

  DemoPasswords demo() {
    return demo;
  }

  WitanApi api() {
    return nobody.as(identity());
  }

  WitanApi admin() {
    return nobody.as(new PasswordIdentity(nobody, "admin", adminPassword()));
  }

  /** Keeps a login for the commands that follow. */
  void keep(String username, String token) {
    session.write(
        Json.pretty(
                Map.of(
                    "username",
                    username,
                    "token",
                    token,
                    "server",
                    environment.serverUrl().toString()))
            + "\n");
  }

  /** The password that is on this machine for a user, if one is. */
  Optional<String> knownPassword(String username) {
    if (username.equals("admin")) {
      return Optional.of(adminPassword());
    }
    return demo.kept().values().stream()
        .filter(login -> login.username().equals(username))
        .map(Login::password)
        .findFirst();
  }

  private Identity identity() {
    return environment
        .variable("WITAN_TOKEN")
        .map(Identity::bearing)
        .or(this::keptToken)
        .or(this::productOwner)
        .orElseGet(() -> new PasswordIdentity(nobody, "admin", adminPassword()));
  }

  private Optional<Identity> keptToken() {
    String here = environment.serverUrl().toString();
    return session
        .read()
        .flatMap(Json::parse)
        .filter(json -> here.equals(json.path("server").asText()))
        .map(json -> json.path("token"))
        .filter(JsonNode::isTextual)
        .map(token -> Identity.bearing(token.asText()));
  }

  private Optional<Identity> productOwner() {
    return demo.kept().entrySet().stream()
        .filter(entry -> entry.getKey().wire().equals("po"))
        .map(
            entry ->
                (Identity)
                    new PasswordIdentity(
                        nobody, entry.getValue().username(), entry.getValue().password()))
        .findFirst();
  }

  private String adminPassword() {
    return environment.variable("WITAN_ADMIN_PASSWORD").orElseGet(this::adminPasswordOnDisk);
  }

  private String adminPasswordOnDisk() {
    Path file = environment.serverData().resolve("admin.password");
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new Stop(
          ExitCode.REFUSED,
          "the administrator's password is needed and cannot be read from %s".formatted(file),
          List.of(
              "set WITAN_HOME to the folder of the server, or WITAN_ADMIN_PASSWORD",
              "or log in as somebody else: ./witan login USER"),
          unreadable);
    }
  }
}
