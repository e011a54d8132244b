package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.RefusedException;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has agents think about a task or a story, by other rules than the usual ones where wished. */
@Command(
    name = "start",
    description = {
      "Have agents think about how to do a task, as a developer, or about how to build a story, as a product owner.",
      "What is not wished is as the settings say. One that is open about the same is answered as it is,",
      "whatever is wished."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation start --task T-6f9619ff",
      "  ./witan deliberation start --story s-6f9619ff --mode vote --time-limit 10m",
      "  ./witan deliberation start --task T-6f9619ff --mode council --rounds 2 \\",
      "      --allow-path 'src/pay/**' --need-test PayTest --forbid 'eval(' --require 'No new library'"
    })
final class DeliberationStartWord extends ThingWord {
  @ArgGroup(multiplicity = "1")
  private About about;

  @Mixin private WishOptions wishes;

  /** One of both. */
  static final class About {
    @Option(
        names = "--task",
        paramLabel = "TASK",
        required = true,
        description = "The id of the task; it must be in work.")
    private String task;

    @Option(
        names = "--story",
        paramLabel = "STORY",
        required = true,
        description = "The id of the story.")
    private String story;

    private Thing deliberate(WitanApi api, WishOptions wishes) {
      return task == null
          ? api.act("stories", story, "plan-deliberation", wishes.body(), Optional.empty())
          : api.act("tasks", task, "deliberation", wishes.body(), Optional.empty());
    }
  }

  DeliberationStartWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing started = started(api);
    show(started, () -> page(started));
  }

  private Thing started(WitanApi api) {
    try {
      return about.deliberate(api, wishes);
    } catch (RefusedException refused) {
      throw Blame.of(refused, WishOptions.BY_FIELD);
    }
  }

  private void page(Thing started) {
    String id = started.text("deliberation_id");
    heading(id);
    DeliberationRules rules = new DeliberationRules(started);
    rules.lines().forEach(this::line);
    items("What proposals must keep to", rules.constraints());
    tell("it goes on by itself: ./witan deliberation watch " + id);
  }
}
