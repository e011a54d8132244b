package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.Stop;
import io.witan.cli.api.Token;
import io.witan.cli.term.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a token for the commands that follow. */
@Command(
    name = "login",
    description = {
      "Log in and keep the token for the commands that follow, until it expires.",
      "Without a login they act as the demo's product owner, else as the administrator of a server on this machine."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan login ada",
      "  ./witan login demo-qa                     (its password is known here)",
      "  ./witan login ada --password-stdin < secret"
    })
final class LoginCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "USER", description = "The user's name.")
  private String user;

  @Option(names = "--password-stdin", description = "Read the password from standard input.")
  private boolean fromInput;

  LoginCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Access access = new Access(environment);
    Terminal terminal = environment.terminal();
    String password =
        fromInput
            ? typed(terminal, "")
            : access
                .knownPassword(user)
                .orElseGet(() -> typed(terminal, "Password of %s: ".formatted(user)));
    Token token = access.nobody().login(user, password);
    access.keep(user, token.accessToken());
    terminal
        .out()
        .println(
            "logged in as %s (%s) for %d minutes"
                .formatted(user, String.join(", ", token.roles()), token.expiresIn() / 60));
    return WitanCommand.ok();
  }

  static String typed(Terminal terminal, String prompt) {
    return terminal
        .readPassword(prompt)
        .filter(password -> !password.isEmpty())
        .orElseThrow(() -> Stop.usage("no password was given"));
  }
}
