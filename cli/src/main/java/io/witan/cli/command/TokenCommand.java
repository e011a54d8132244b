package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Token;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token, for use with other clients. */
@Command(
    name = "token",
    description =
        "Print a bearer token of a user. For demo users and the local administrator the password is known here.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  curl -H \"Authorization: Bearer $(./witan token demo-po)\" http://127.0.0.1:8080/api/v1/stories",
      "  ./witan token ada --password-stdin < secret"
    })
final class TokenCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      index = "0",
      paramLabel = "USER",
      defaultValue = "demo-po",
      description = "The user (${DEFAULT-VALUE}).")
  private String user;

  @Option(names = "--password-stdin", description = "Read the password from standard input.")
  private boolean fromInput;

  @Mixin private Output output;

  TokenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Access access = new Access(environment);
    String password =
        fromInput
            ? LoginCommand.typed(environment.terminal(), "")
            : access
                .knownPassword(user)
                .orElseGet(
                    () ->
                        LoginCommand.typed(
                            environment.terminal(), "Password of %s: ".formatted(user)));
    Token token = access.nobody().login(user, password);
    environment.terminal().out().println(output.json ? Json.pretty(token) : token.accessToken());
    return WitanCommand.ok();
  }
}
