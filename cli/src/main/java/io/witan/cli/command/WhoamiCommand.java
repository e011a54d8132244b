package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.User;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who the commands act as. */
@Command(
    name = "whoami",
    description = "Say who the commands act as, and with which roles.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan whoami", "  WITAN_TOKEN=$(./witan token demo-qa) ./witan whoami"})
final class WhoamiCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private Output output;

  WhoamiCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    User me = new Access(environment).api().me();
    environment
        .terminal()
        .out()
        .println(
            output.json
                ? Json.pretty(me)
                : "%s (%s)".formatted(me.username(), String.join(", ", me.roles())));
    return WitanCommand.ok();
  }
}
