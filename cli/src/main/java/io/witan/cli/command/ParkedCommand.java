package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.ParkedEvent;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the events that cannot be sent, or has them sent again, as the administrator. */
@Command(
    name = "parked",
    description =
        "List the events that NATS does not take, with the reason, or have them sent again.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan parked",
      "  ./witan parked --retry s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff/3@planning.story.transitioned",
      "  ./witan parked --retry-all --json"
    })
final class ParkedCommand implements Callable<Integer> {
  private final Environment environment;

  @ArgGroup private Retry retry;

  @Mixin private Output output;

  /** Which are to be sent again. */
  private static final class Retry {
    @Option(
        names = "--retry",
        paramLabel = "MESSAGE",
        description = "Have this one sent again; can be given several times.")
    private List<String> some;

    @Option(names = "--retry-all", description = "Have all of them sent again.")
    private boolean all;
  }

  ParkedCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).admin();
    if (retry == null) {
      show(api.parkedEvents());
    } else {
      retry(
          api,
          retry.all
              ? api.parkedEvents().stream().map(ParkedEvent::messageId).toList()
              : retry.some);
    }
    return WitanCommand.ok();
  }

  private void show(List<ParkedEvent> events) {
    if (output.json) {
      environment.terminal().out().println(Json.pretty(Map.of("items", events)));
      return;
    }
    Table table = new Table("PARKED", "BYTES", "REASON", "MESSAGE");
    events.forEach(
        event ->
            table.row(event.parkedAt(), event.payloadBytes(), event.reason(), event.messageId()));
    table.print(environment.terminal().out(), environment.terminal().style());
  }

  private void retry(WitanApi api, List<String> messages) {
    messages.forEach(
        message -> {
          api.retryParkedEvent(message);
          if (!output.json) {
            environment.terminal().out().println("waits to be sent: " + message);
          }
        });
    if (output.json) {
      environment.terminal().out().println(Json.pretty(Map.of("retried", messages)));
    }
  }
}
