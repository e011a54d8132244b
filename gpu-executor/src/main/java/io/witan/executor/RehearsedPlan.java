package io.witan.executor;

import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.port.TurnFacts;
import io.witan.executor.StoryWords.Hint;
import io.witan.shared.Role;
import java.util.ArrayList;
import java.util.List;

/** A plan made of the story's own words, in one of three approaches. */
final class RehearsedPlan {
  private final List<String> points;
  private final List<ProposedTask> tasks = new ArrayList<>();

  private RehearsedPlan(List<String> points) {
    this.points = points;
  }

  static PlanProposal propose(Approach approach, TurnFacts facts) {
    String title = StoryWords.line(facts.assignment().title());
    RehearsedPlan plan = new RehearsedPlan(StoryWords.points(facts.assignment()));
    plan.fill(approach, title);
    return new PlanProposal(
        "[rehearsal] %s: a %s plan".formatted(title, approach.label()),
        "Rehearsal, written by fixed rules and by no model. The idea: %s. %d tasks reach %d points."
            .formatted(approach.idea(), plan.tasks.size(), plan.points.size()),
        plan.points,
        "Rehearsal: sizes are guessed from the number of words, types from single words.",
        plan.tasks);
  }

  private void fill(Approach approach, String title) {
    switch (approach) {
      case MINIMAL -> minimal(title);
      case TEST_FIRST -> testFirst(title);
      case INCREMENTAL -> incremental(title);
    }
  }

  private void minimal(String title) {
    points.forEach(point -> build(point, List.of()));
    add("Check %s by hand".formatted(title), "testing", Role.QA, 2, all());
  }

  private void testFirst(String title) {
    for (String point : points) {
      int test = add("Write a failing test: " + point, "unit_test", Role.QA, 2, List.of());
      build(point, List.of(test));
    }
    add("Test %s from end to end".formatted(title), "e2e_test", Role.QA, 3, all());
    add("Describe %s in the guide".formatted(title), "documentation", Role.DEVELOPER, 1, all());
  }

  private void incremental(String title) {
    int last = add("Agree on the cut of " + title, "design_review", Role.ARCHITECT, 2, List.of());
    for (String point : points) {
      last = build(point, List.of(last));
    }
    add("Test the steps of %s together".formatted(title), "integration_test", Role.QA, 3, all());
  }

  private int build(String point, List<Integer> after) {
    Hint hint = Hint.in(point);
    return add("Build: " + point, hint.type(), hint.role(), StoryWords.hours(point), after);
  }

  private int add(String title, String type, Role role, int hours, List<Integer> after) {
    String description = "%s (rehearsal: the words are the story's own)".formatted(title);
    int place = tasks.size();
    tasks.add(new ProposedTask(title, description, type, role, hours, place + 1, after));
    return place;
  }

  private List<Integer> all() {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < tasks.size(); place++) {
      places.add(place);
    }
    return places;
  }
}
