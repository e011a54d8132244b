package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Workflow;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A sign of life of the one who holds a task. */
@Command(
    name = "heartbeat",
    description = {
      "Give a sign of life: the claim of a task holds for one more lease.",
      "Without one the task goes back to its queue."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan task heartbeat T-6f9619ff 7"})
final class TaskHeartbeatWord implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "TASK", description = "The id of the task.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "TOKEN",
      description = "The fencing token that the claim answered.")
  private long token;

  @Mixin private Output output;

  TaskHeartbeatWord(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Workflow held = new Access(environment).api().heartbeat(id, token);
    environment
        .terminal()
        .out()
        .println(
            output.json
                ? Json.pretty(held)
                : "%s is held by %s until %s"
                    .formatted(held.taskId(), held.claimedBy(), held.claimUntil()));
    return WitanCommand.ok();
  }
}
