package io.witan.planning.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The plan that the feedback about a story adds up to. It is made of the feedback alone, so the
 * same feedback gives the same plan; what nobody said is filled in with a default.
 *
 * @param roles whose feedback is in it
 * @param decisions the tasks, in the order in which they were named
 */
public record PlanPreliminary(
    String title,
    String description,
    List<String> acceptanceCriteria,
    String technicalNotes,
    List<ReviewRole> roles,
    Complexity complexity,
    List<String> dependencies,
    List<TaskDecision> decisions) {

  /** What a plan is measured by when nobody named a criterion. */
  static final String STOCK_CRITERION = "The story is done as its review describes it";

  private static final int LONGEST_NOTES = 100_000;
  private static final int MOST_TASKS = 100;

  public PlanPreliminary {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    roles = List.copyOf(roles);
    dependencies = List.copyOf(dependencies);
    decisions = List.copyOf(decisions);
  }

  static PlanPreliminary of(StoryReview review) {
    List<Opinion> opinions = review.opinions();
    List<ReviewRole> roles = opinions.stream().map(Opinion::role).distinct().sorted().toList();
    List<String> criteria = all(opinions, Advice::acceptanceCriteria);
    return new PlanPreliminary(
        "Plan for " + review.story(),
        "From the backlog review by "
            + roles.stream().map(Enum::name).collect(Collectors.joining(", ")),
        criteria.isEmpty() ? List.of(STOCK_CRITERION) : criteria,
        cut(review.feedback(ReviewRole.ARCHITECT)),
        roles,
        opinions.stream()
            .flatMap(opinion -> opinion.advice().complexity().stream())
            .max(Comparator.naturalOrder())
            .orElse(Complexity.MEDIUM),
        all(opinions, Advice::dependencies),
        decisions(opinions));
  }

  private static String cut(String notes) {
    return notes.length() <= LONGEST_NOTES ? notes : notes.substring(0, LONGEST_NOTES);
  }

  private static List<String> all(List<Opinion> opinions, Function<Advice, List<String>> part) {
    Set<String> lines = new LinkedHashSet<>();
    opinions.forEach(opinion -> lines.addAll(part.apply(opinion.advice())));
    return List.copyOf(lines);
  }

  private static List<TaskDecision> decisions(List<Opinion> opinions) {
    Map<String, TaskDecision> decisions = new LinkedHashMap<>();
    for (Opinion opinion : opinions) {
      for (ReviewTask task : opinion.advice().tasks()) {
        decisions.computeIfAbsent(
            task.description(), text -> decision(decisions.size(), opinion, task));
      }
    }
    return decisions.values().stream().limit(MOST_TASKS).toList();
  }

  private static TaskDecision decision(int index, Opinion opinion, ReviewTask task) {
    return new TaskDecision(
        index, task.description(), opinion.role(), task.reason(), opinion.text(), opinion.at());
  }

  /** SHA-256 (hex) of the content: an approval holds for exactly this. */
  public String digest() {
    return new ContentDigest()
        .text(title)
        .text(description)
        .list(acceptanceCriteria, ContentDigest::text)
        .text(technicalNotes)
        .list(roles, (digest, role) -> digest.text(role.name()))
        .text(complexity.name())
        .list(dependencies, ContentDigest::text)
        .list(decisions, PlanPreliminary::add)
        .hex();
  }

  private static void add(ContentDigest digest, TaskDecision decision) {
    digest
        .text(decision.description())
        .text(decision.decidedBy().name())
        .text(decision.reason())
        .text(decision.councilFeedback());
  }

  /** The content of the plan that an approval makes of it. */
  public PlanContent content() {
    return new PlanContent(
        title,
        description,
        acceptanceCriteria,
        technicalNotes,
        decisions.stream().map(TaskDecision::planned).toList());
  }
}
