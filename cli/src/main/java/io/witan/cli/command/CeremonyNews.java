package io.witan.cli.command;

import io.witan.cli.api.Thing;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** Tells of a ceremony that is looked at again and again what was not told before. */
final class CeremonyNews {
  private final PrintStream out;
  private final Set<String> told = new HashSet<>();

  CeremonyNews(PrintStream out) {
    this.out = out;
  }

  void tell(Thing ceremony) {
    once("ceremony is " + ceremony.text("status"));
    for (Thing review : ceremony.things("reviews")) {
      String story = review.text("story_id");
      review
          .things("feedback")
          .forEach(
              said ->
                  once(
                      "%s: %s has spoken, by %s"
                          .formatted(story, said.text("role"), said.text("agent_id"))));
      review.things("councils").stream()
          .filter(council -> council.text("status").equals("FAILED"))
          .forEach(
              council ->
                  once(
                      "%s: the council of %s failed: %s"
                          .formatted(story, council.text("role"), council.text("failure"))));
    }
  }

  private void once(String line) {
    if (told.add(line)) {
      out.println(line);
    }
  }
}
