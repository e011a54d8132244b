package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes what was found about a story a plan. */
@Command(
    name = "approve",
    description = {
      "Make what a ceremony found about a story a plan with tasks, as a product owner.",
      "The last approval ends the ceremony, if every story has a task."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan ceremony approve BRC-42cf4fc9 s-6f9619ff --notes 'small enough'",
      "  ./witan ceremony approve BRC-42cf4fc9 s-6f9619ff --notes ok --priority HIGH --why 'a customer waits'"
    })
final class CeremonyApproveWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "CEREMONY", description = "The id of the ceremony.")
  private String id;

  @Parameters(index = "1", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  @Option(names = "--notes", required = true, paramLabel = "TEXT", description = "Why.")
  private String notes;

  @Option(names = "--concerns", paramLabel = "TEXT", description = "What remains open.")
  private String concerns;

  @Option(
      names = "--priority",
      paramLabel = "PRIORITY",
      description = "Another priority of the story: HIGH, MEDIUM or LOW.")
  private String priority;

  @Option(names = "--why", paramLabel = "TEXT", description = "Why the priority is another.")
  private String why;

  @Option(
      names = "--digest",
      paramLabel = "HEX",
      description =
          "The digest that was shown with the plan: refused when its content is another one by now.")
  private String digest;

  CeremonyApproveWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Map<String, Object> body = new HashMap<>(Map.of("po_notes", notes));
    add(body, "po_concerns", concerns);
    add(body, "priority_adjustment", priority);
    add(body, "po_priority_reason", why);
    add(body, "content_digest", digest);
    Thing ceremony =
        api.act(
            WitanApi.below("ceremonies", id, "stories"), story, "approval", body, Optional.empty());
    show(
        ceremony,
        () ->
            say(
                "%s of %s is approved, %s is %s"
                    .formatted(plan(ceremony), story, id, ceremony.text("status"))));
  }

  private static void add(Map<String, Object> body, String name, String value) {
    Optional.ofNullable(value).ifPresent(given -> body.put(name, given));
  }

  private String plan(Thing ceremony) {
    return ceremony.things("reviews").stream()
        .filter(review -> review.text("story_id").equals(story))
        .map(review -> new Thing(review.json().path("decision")).text("plan_id"))
        .findFirst()
        .orElse("the plan");
  }
}
