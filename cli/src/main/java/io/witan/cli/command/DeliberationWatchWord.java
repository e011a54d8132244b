package io.witan.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.EventStream;
import io.witan.cli.api.EventStream.Event;
import io.witan.cli.api.Json;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Terminal;
import io.witan.cli.term.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Watches a deliberation until it ends. */
@Command(
    name = "watch",
    description = {
      "Watch a deliberation until it ends: what was recorded comes first, then each turn as it is taken.",
      "It goes on whoever watches; Ctrl-C ends the watching only. Ends with 1 when there is no winner."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation watch D-6f9619ff",
      "  ./witan deliberation watch D-6f9619ff --json    one document a line"
    })
final class DeliberationWatchWord implements Callable<Integer> {
  private static final int WIDTH = 300;

  private final Environment environment;
  private Optional<String> last = Optional.empty();

  @Parameters(index = "0", paramLabel = "DELIBERATION", description = "The id of the deliberation.")
  private String deliberation;

  @Mixin private Output output;

  DeliberationWatchWord(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).api();
    Optional<JsonNode> end = watch(api);
    while (end.isEmpty()) {
      pause();
      end = watch(api);
    }
    return end(end.get());
  }

  /** Shows what comes; nothing when the stream breaks before the end. */
  private Optional<JsonNode> watch(WitanApi api) {
    try (EventStream stream = new EventStream(api.progress(deliberation, last))) {
      for (Optional<Event> next = stream.next(); next.isPresent(); next = stream.next()) {
        Event event = next.get();
        last = Optional.of(event.id());
        JsonNode told = Json.parse(event.data()).orElseThrow(() -> unreadable(event));
        show(told);
        if (event.type().equals("end")) {
          return Optional.of(told);
        }
      }
    } catch (IOException broken) {
      environment.terminal().err().println("the stream broke, connecting again");
    }
    return Optional.empty();
  }

  private void show(JsonNode told) {
    Terminal terminal = environment.terminal();
    terminal
        .out()
        .println(
            output.json
                ? Json.write(told)
                : "%3d%%  %-10s  %s"
                    .formatted(
                        told.path("progress_percent").asInt(),
                        told.path("status").asText(),
                        Words.line(told.path("current_step").asText(), WIDTH)));
  }

  private int end(JsonNode end) {
    if (end.path("status").asText().equals("complete")) {
      return ExitCode.OK;
    }
    Terminal terminal = environment.terminal();
    terminal
        .err()
        .println(
            terminal.style().bad("the deliberation has no winner: " + end.path("error").asText()));
    return ExitCode.REFUSED;
  }

  private static Stop unreadable(Event event) {
    return new Stop(ExitCode.UNREACHABLE, "the server sent no JSON: " + event.data());
  }

  private void pause() {
    try {
      Thread.sleep(environment.look().toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.INTERRUPTED, "interrupted", List.of(), interrupted);
    }
  }
}
