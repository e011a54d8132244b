package io.witan.benchmarks.stack;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A user made for the benchmark, with an epic of its own to write stories for. */
public final class ProductOwner {
  private final Rest rest;
  private final String epic;
  private final AtomicInteger count = new AtomicInteger();

  private ProductOwner(Rest rest, String epic) {
    this.rest = rest;
    this.epic = epic;
  }

  /** Makes the user, a project and an epic. */
  public static ProductOwner on(Stack stack) throws IOException {
    Rest rest = People.of(stack).with("po");
    String project =
        rest.post("/projects", Map.of("name", "Benchmark", "description", "Load"))
            .get("project_id")
            .asText();
    Map<String, String> epic =
        Map.of("project_id", project, "title", "Checkout", "description", "Load");
    return new ProductOwner(rest, rest.post("/epics", epic).get("epic_id").asText());
  }

  /** The id of the epic. */
  public String epic() {
    return epic;
  }

  public Rest rest() {
    return rest;
  }

  /** Writes a story of ordinary size; it is a DRAFT. */
  public String writeStory() throws IOException {
    Map<String, Object> story =
        Map.of(
            "epic_id",
            epic,
            "title",
            "Pay by card, number " + count.incrementAndGet(),
            "brief",
            StoryTexts.BRIEF,
            "acceptance_criteria",
            StoryTexts.CRITERIA);
    return rest.post("/stories", story).get("story_id").asText();
  }

  public void move(String story, String target) throws IOException {
    rest.post("/stories/" + story + "/transitions", Map.of("target_state", target));
  }
}
