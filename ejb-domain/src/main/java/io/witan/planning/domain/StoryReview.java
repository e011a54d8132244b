package io.witan.planning.domain;

import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One story in a ceremony: who was asked, what came, what was decided.
 *
 * @param inquiries the councils that were asked; none before the ceremony starts
 * @param opinions in the order in which they came
 */
public record StoryReview(
    StoryId story,
    List<Inquiry> inquiries,
    List<Opinion> opinions,
    Optional<ReviewVerdict> verdict) {
  private static final String SEPARATOR = "%n%n--- %s ---%n";

  public StoryReview {
    Objects.requireNonNull(story, "story");
    inquiries = List.copyOf(inquiries);
    opinions = List.copyOf(opinions);
    Objects.requireNonNull(verdict, "verdict");
  }

  static StoryReview of(StoryId story) {
    return new StoryReview(story, List.of(), List.of(), Optional.empty());
  }

  public ReviewStatus status() {
    return verdict
        .map(made -> made instanceof Approved ? ReviewStatus.APPROVED : ReviewStatus.REJECTED)
        .orElse(ReviewStatus.PENDING);
  }

  /** All that was said in a role; whoever spoke later is named before their words. */
  public String feedback(ReviewRole role) {
    StringBuilder text = new StringBuilder();
    for (Opinion opinion : opinions) {
      if (opinion.role() == role) {
        text.append(
            text.isEmpty()
                ? ""
                : SEPARATOR.formatted(opinion.author()).replace(System.lineSeparator(), "\n"));
        text.append(opinion.text());
      }
    }
    return text.toString();
  }

  /** The roles that have said nothing yet. */
  public Set<ReviewRole> missing() {
    Set<ReviewRole> missing = EnumSet.allOf(ReviewRole.class);
    opinions.forEach(opinion -> missing.remove(opinion.role()));
    return missing;
  }

  /** The plan that the feedback adds up to; absent while there is none. */
  public Optional<PlanPreliminary> preliminary() {
    return opinions.isEmpty() ? Optional.empty() : Optional.of(PlanPreliminary.of(this));
  }

  /** When somebody last said something about it. */
  public Optional<Instant> reviewedAt() {
    return opinions.stream().map(Opinion::at).max(Instant::compareTo);
  }

  /** Whether the ceremony waits for nothing more about it. */
  boolean isSettled() {
    return missing().isEmpty() || verdict.isPresent();
  }

  boolean isPending() {
    return verdict.isEmpty();
  }

  /** The deliberations about it that may still be open. */
  public List<String> openInquiries() {
    return inquiries.stream()
        .filter(inquiry -> inquiry.failure().isEmpty())
        .flatMap(inquiry -> inquiry.deliberation().stream())
        .filter(
            id -> opinions.stream().noneMatch(said -> said.deliberation().equals(Optional.of(id))))
        .toList();
  }

  StoryReview asked(List<Inquiry> asked) {
    return new StoryReview(story, asked, opinions, verdict);
  }

  /** With an opinion more; empty when it is known already, or nobody waits for it. */
  Optional<StoryReview> with(Opinion opinion) {
    boolean asked =
        opinion.deliberation().isEmpty()
            || inquiries.stream()
                .anyMatch(one -> one.isOf(opinion.role(), opinion.deliberation().orElseThrow()));
    if (!asked || verdict.isPresent() || opinions.stream().anyMatch(opinion::repeats)) {
      return Optional.empty();
    }
    List<Opinion> more = new ArrayList<>(opinions);
    more.add(opinion);
    return Optional.of(new StoryReview(story, inquiries, more, verdict));
  }

  /** With a failure; empty when it is known already, or nobody waits for that deliberation. */
  Optional<StoryReview> failed(ReviewRole role, String deliberation, String reason) {
    boolean open =
        openInquiries().contains(deliberation)
            && inquiries.stream().anyMatch(one -> one.isOf(role, deliberation));
    if (!open || verdict.isPresent()) {
      return Optional.empty();
    }
    List<Inquiry> after =
        inquiries.stream()
            .map(one -> one.isOf(role, deliberation) ? one.failed(reason) : one)
            .toList();
    return Optional.of(new StoryReview(story, after, opinions, verdict));
  }

  StoryReview decided(ReviewVerdict made) {
    return new StoryReview(story, inquiries, opinions, Optional.of(made));
  }

  /** The preliminary plan, or why there is none to decide on. */
  Outcome<PlanPreliminary> pending(CeremonyId ceremony) {
    if (verdict.isPresent()) {
      return refused(
          Refusal.Code.ILLEGAL_TRANSITION,
          "the plan of story %s in ceremony %s is %s; legal: nothing, it is decided"
              .formatted(story, ceremony, status()));
    }
    return preliminary()
        .map(Outcome::done)
        .orElseGet(
            () ->
                refused(
                    Refusal.Code.GUARD_FAILED,
                    "story %s has no plan in ceremony %s yet: nobody has reviewed it"
                        .formatted(story, ceremony)));
  }

  /** The preliminary plan, or why it cannot be approved yet. */
  Outcome<PlanPreliminary> approvable(CeremonyId ceremony, Optional<String> shown) {
    return pending(ceremony)
        .then(plan -> missing().isEmpty() ? Outcome.done(plan) : incomplete())
        .then(
            plan ->
                shown.filter(digest -> !digest.equals(plan.digest())).isPresent()
                    ? refused(
                        Refusal.Code.STALE_VERSION,
                        "the plan of story %s is not what you were shown: read it again, then decide"
                            .formatted(story))
                    : Outcome.done(plan));
  }

  private <T> Outcome<T> incomplete() {
    String names = missing().stream().map(Enum::name).collect(Collectors.joining(", "));
    return refused(
        Refusal.Code.GUARD_FAILED,
        ("the plan of story %s cannot be approved: the feedback of %s is missing. Wait for it, let an agent of that"
                + " role add it, or remove the story and add it again to ask anew")
            .formatted(story, names));
  }

  private static <T> Outcome<T> refused(Refusal.Code code, String message) {
    return Outcome.refused(Refusal.of(code, message));
  }
}
