package io.witan.testing;

import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyEvent.CeremonyCreated;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.ReviewApproval;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewTask;
import io.witan.planning.domain.ReviewVerdict;
import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A ceremony to try things with: {@code aCeremony().reviewing("s-1", "s-2").build()}. */
public final class ACeremony {
  private CeremonyId id = new CeremonyId("BRC-" + UUID.randomUUID());
  private CeremonyStatus status = CeremonyStatus.DRAFT;
  private final List<StoryReview> reviews = new ArrayList<>();
  private ActorId createdBy = new ActorId("paula");
  private Instant createdAt = Moments.MORNING;

  private ACeremony() {}

  public static ACeremony aCeremony() {
    return new ACeremony();
  }

  public ACeremony called(String name) {
    id = new CeremonyId(name);
    return this;
  }

  public ACeremony by(String actor) {
    createdBy = new ActorId(actor);
    return this;
  }

  public ACeremony createdAt(Instant at) {
    createdAt = at;
    return this;
  }

  public ACeremony in(CeremonyStatus wanted) {
    status = wanted;
    return this;
  }

  public ACeremony with(StoryReview review) {
    reviews.add(review);
    return this;
  }

  /** With stories about which nobody was asked. */
  public ACeremony of(String... stories) {
    Stream.of(stories).map(ACeremony::fresh).forEach(reviews::add);
    return this;
  }

  /** Started: councils think about the stories. */
  public ACeremony started(String... stories) {
    Stream.of(stories).map(ACeremony::asked).forEach(reviews::add);
    return in(CeremonyStatus.IN_PROGRESS);
  }

  /** All roles have spoken about the stories. */
  public ACeremony reviewing(String... stories) {
    Stream.of(stories).map(ACeremony::reviewed).forEach(reviews::add);
    return in(CeremonyStatus.REVIEWING);
  }

  public static StoryReview fresh(String story) {
    return new StoryReview(new StoryId(story), List.of(), List.of(), Optional.empty());
  }

  /** The deliberation of a role about a story: {@code d-s-1-QA}. */
  public static String deliberation(String story, ReviewRole role) {
    return "d-%s-%s".formatted(story, role);
  }

  public static StoryReview asked(String story) {
    List<Inquiry> inquiries =
        Stream.of(ReviewRole.values())
            .map(role -> Inquiry.submitted(role, deliberation(story, role)))
            .toList();
    return new StoryReview(new StoryId(story), inquiries, List.of(), Optional.empty());
  }

  public static StoryReview reviewed(String story) {
    StoryReview asked = asked(story);
    List<Opinion> opinions =
        Stream.of(ReviewRole.values()).map(role -> opinion(story, role)).toList();
    return new StoryReview(asked.story(), asked.inquiries(), opinions, Optional.empty());
  }

  public static StoryReview approved(String story, String plan) {
    return decided(story, new Approved(approval("Go"), new PlanId(plan)));
  }

  public static StoryReview rejected(String story) {
    return decided(story, new Rejected(new ActorId("paula"), Moments.MORNING, "Too large"));
  }

  private static StoryReview decided(String story, ReviewVerdict verdict) {
    StoryReview reviewed = reviewed(story);
    return new StoryReview(
        reviewed.story(), reviewed.inquiries(), reviewed.opinions(), Optional.of(verdict));
  }

  public static ReviewApproval approval(String notes) {
    return new ReviewApproval(new ActorId("paula"), Moments.NOON, notes, "", Optional.empty());
  }

  /** What the council of a role says about a story. */
  public static Opinion opinion(String story, ReviewRole role) {
    return new Opinion(
        role,
        "agent-%s-001".formatted(role.role().wire()),
        Optional.of(deliberation(story, role)),
        "Seen by " + role,
        new Advice(
            List.of(new ReviewTask("Do what %s says".formatted(role), "it is needed")),
            List.of("It works for " + role),
            List.of("Ask " + role),
            List.of(),
            Optional.of(role == ReviewRole.QA ? Complexity.HIGH : Complexity.LOW)),
        Moments.MORNING);
  }

  public Ceremony build() {
    boolean started = status != CeremonyStatus.DRAFT;
    return new Ceremony(
        id,
        status,
        reviews,
        createdBy,
        createdAt,
        createdAt,
        started ? Optional.of(createdAt) : Optional.empty(),
        status == CeremonyStatus.COMPLETED ? Optional.of(createdAt) : Optional.empty(),
        1);
  }

  /** The change that creates it. */
  public Change<Ceremony, CeremonyEvent> written() {
    Ceremony ceremony = build();
    return new Change<>(
        ceremony, new CeremonyCreated(id, ceremony.stories(), createdBy, createdAt));
  }
}
