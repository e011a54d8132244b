package io.witan.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.Environment;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.EventStream;
import io.witan.cli.api.EventStream.Event;
import io.witan.cli.api.Json;
import io.witan.cli.api.Story;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Terminal;
import io.witan.cli.term.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows the events of a story. */
@Command(
    name = "events",
    description = "Follow the events of a story as they are committed, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan events s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan events s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --json --count 10"
    })
final class EventsCommand implements Callable<Integer> {
  private static final int WIDTH = 300;
  private static final int PAUSE_MILLIS = 1_000;

  private final Environment environment;
  private final SeenEvents seen = new SeenEvents();

  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  @Option(names = "--count", paramLabel = "N", description = "End after this many events.")
  private int count;

  @Mixin private Output output;

  EventsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).api();
    Story found = api.story(story);
    environment
        .terminal()
        .err()
        .println("following %s, %s".formatted(found.storyId(), found.state()));
    int left = count == 0 ? Integer.MAX_VALUE : count;
    while (left > 0) {
      try (EventStream stream = new EventStream(api.events(story, seen.last()))) {
        Optional<Event> event = stream.next();
        while (event.isPresent()) {
          if (seen.isNew(event.get())) {
            show(event.get());
            left--;
          }
          event = left == 0 ? Optional.empty() : stream.next();
        }
      } catch (IOException broken) {
        environment.terminal().err().println("the stream broke, connecting again");
      }
      if (left > 0) {
        pause();
      }
    }
    return WitanCommand.ok();
  }

  private void show(Event event) {
    Terminal terminal = environment.terminal();
    if (output.json) {
      Object data = Json.parse(event.data()).map(Object.class::cast).orElse(event.data());
      terminal
          .out()
          .println(Json.write(Map.of("id", event.id(), "event", event.type(), "data", data)));
      return;
    }
    terminal
        .out()
        .println(
            "%s  %s"
                .formatted(
                    terminal.style().accent(event.type()), Words.line(summary(event), WIDTH)));
  }

  private static String summary(Event event) {
    return Json.parse(event.data())
        .filter(JsonNode::isObject)
        .map(EventsCommand::fields)
        .orElse(event.data());
  }

  private static String fields(JsonNode data) {
    StringBuilder text = new StringBuilder(data.path("timestamp").asText(data.path("at").asText()));
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      boolean told =
          field.getKey().equals("timestamp")
              || field.getKey().equals("at")
              || field.getKey().equals("event_type");
      if (!told && field.getValue().isValueNode() && !field.getValue().asText("").isBlank()) {
        text.append("  ").append(field.getKey()).append('=').append(field.getValue().asText());
      }
    }
    return text.toString();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.INTERRUPTED, "interrupted", List.of(), interrupted);
    }
  }
}
