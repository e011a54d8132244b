package io.witan.planning.domain;

import io.witan.planning.domain.CeremonyEvent.CeremonyCancelled;
import io.witan.planning.domain.CeremonyEvent.CeremonyCompleted;
import io.witan.planning.domain.CeremonyEvent.CeremonyCreated;
import io.witan.planning.domain.CeremonyEvent.CeremonyStarted;
import io.witan.planning.domain.CeremonyEvent.FeedbackTaken;
import io.witan.planning.domain.CeremonyEvent.InquiryFailed;
import io.witan.planning.domain.CeremonyEvent.ReviewBegun;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanApproved;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanRejected;
import io.witan.planning.domain.CeremonyEvent.StoriesAdded;
import io.witan.planning.domain.CeremonyEvent.StoryRemoved;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.IdSource;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A backlog review: councils of architects, QA and DevOps look at some stories, a product owner
 * then makes plans of what they found.
 *
 * <p>It starts with at least one story, waits for the feedback of all three roles on each, and is
 * complete when every plan is decided. What may be done when is in {@link CeremonyTransitions}.
 * Feedback that comes late, again, or from a deliberation that nobody waits for any more changes
 * nothing.
 *
 * @param reviews one for each story, in the order in which they were added
 */
public record Ceremony(
    CeremonyId id,
    CeremonyStatus status,
    List<StoryReview> reviews,
    ActorId createdBy,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    long version) {

  /** The most stories of one ceremony. */
  public static final int MOST_STORIES = 100;

  /** The most that is said about one story. */
  public static final int MOST_OPINIONS = 30;

  public Ceremony {
    reviews = List.copyOf(reviews);
  }

  public static Change<Ceremony, CeremonyEvent> create(
      List<StoryId> stories, ActorId by, IdSource ids, Instant at) {
    List<StoryReview> reviews = new LinkedHashSet<>(stories).stream().map(StoryReview::of).toList();
    mustFit(reviews);
    Ceremony ceremony =
        new Ceremony(
            CeremonyId.next(ids),
            CeremonyStatus.DRAFT,
            reviews,
            by,
            at,
            at,
            Optional.empty(),
            Optional.empty(),
            1);
    return new Change<>(ceremony, new CeremonyCreated(ceremony.id, ceremony.stories(), by, at));
  }

  private static void mustFit(List<StoryReview> reviews) {
    if (reviews.size() > MOST_STORIES) {
      throw new InvalidValue(
          "story_ids",
          reviews.size() + " stories",
          "at most %d in one ceremony".formatted(MOST_STORIES));
    }
  }

  public List<StoryId> stories() {
    return reviews.stream().map(StoryReview::story).toList();
  }

  /** What there is about one of its stories. */
  public Optional<StoryReview> review(StoryId story) {
    return reviews.stream().filter(review -> review.story().equals(story)).findFirst();
  }

  /** The same, or a refusal that names both. */
  public Outcome<StoryReview> known(StoryId story) {
    return review(story)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    new Refusal(
                        Refusal.Code.NOT_FOUND,
                        "there is no story %s in ceremony %s".formatted(story, id),
                        List.of(
                            new Refusal.Detail(
                                "story_id", story.value(), "one of the ceremony's stories")))));
  }

  /**
   * Takes more stories. Once it has started, they are asked about at once; those under review wait
   * for them.
   *
   * @param ask submits the questions about a story
   */
  public Outcome<Change<Ceremony, CeremonyEvent>> add(
      List<StoryId> stories, Function<StoryId, List<Inquiry>> ask, ActorId by, Instant at) {
    return may(CeremonyAction.ADD_STORIES)
        .then(next -> fresh(stories).map(fresh -> next))
        .map(
            next -> {
              List<StoryReview> more = new ArrayList<>(reviews);
              for (StoryId story : new LinkedHashSet<>(stories)) {
                StoryReview review = StoryReview.of(story);
                more.add(next == CeremonyStatus.DRAFT ? review : review.asked(ask.apply(story)));
              }
              mustFit(more);
              return new Change<>(with(next, more, at), new StoriesAdded(id, stories, by, at));
            });
  }

  private Outcome<List<StoryId>> fresh(List<StoryId> stories) {
    if (stories.isEmpty()) {
      return Outcome.refused(Refusal.invalid("story_ids", "", "at least one story"));
    }
    return stories.stream()
        .filter(story -> review(story).isPresent())
        .findFirst()
        .map(
            there ->
                Outcome.<List<StoryId>>refused(
                    Refusal.of(
                        Refusal.Code.ALREADY_EXISTS,
                        "story %s is in ceremony %s already".formatted(there, id))))
        .orElseGet(() -> Outcome.done(stories));
  }

  /** Leaves a story out, with all that was said about it; not once its plan is decided. */
  public Outcome<Change<Ceremony, CeremonyEvent>> remove(StoryId story, ActorId by, Instant at) {
    return may(CeremonyAction.REMOVE_STORY)
        .then(next -> known(story).then(this::removable).map(review -> next))
        .map(
            next ->
                new Change<>(
                    with(
                        next,
                        reviews.stream().filter(one -> !one.story().equals(story)).toList(),
                        at),
                    new StoryRemoved(id, story, by, at)));
  }

  private Outcome<StoryReview> removable(StoryReview review) {
    if (review.isPending()) {
      return Outcome.done(review);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.GUARD_FAILED,
            "story %s stays in ceremony %s: its plan is %s"
                .formatted(review.story(), id, review.status())));
  }

  /**
   * Has councils of all roles think about every story.
   *
   * @param ask submits the questions about a story; called when the ceremony may start only
   */
  public Outcome<Change<Ceremony, CeremonyEvent>> start(
      Function<StoryId, List<Inquiry>> ask, ActorId by, Instant at) {
    return may(CeremonyAction.START)
        .then(next -> reviews.isEmpty() ? withoutStories() : Outcome.done(next))
        .map(
            next -> {
              List<StoryReview> asked =
                  reviews.stream().map(review -> review.asked(ask.apply(review.story()))).toList();
              Ceremony started =
                  new Ceremony(
                      id,
                      next,
                      asked,
                      createdBy,
                      createdAt,
                      at,
                      Optional.of(at),
                      Optional.empty(),
                      version + 1);
              return new Change<>(started, new CeremonyStarted(id, started.submitted(), by, at));
            });
  }

  private <T> Outcome<T> withoutStories() {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.GUARD_FAILED,
            "ceremony %s cannot START without a story: add one first".formatted(id)));
  }

  /** How many deliberations were started for it. */
  public int submitted() {
    return (int)
        reviews.stream()
            .flatMap(review -> review.inquiries().stream())
            .filter(inquiry -> inquiry.deliberation().isPresent())
            .count();
  }

  /**
   * Takes feedback; empty when it changes nothing, as it is late, known, or nobody waits for it.
   */
  public Optional<Change<Ceremony, CeremonyEvent>> take(StoryId story, Opinion opinion) {
    return listening()
        .flatMap(next -> review(story))
        .filter(review -> review.opinions().size() < MOST_OPINIONS)
        .flatMap(review -> review.with(opinion))
        .map(
            after ->
                new Change<>(
                    replacing(after, opinion.at()),
                    new FeedbackTaken(id, story, opinion.role(), opinion.author(), opinion.at())));
  }

  /** Notes that a council came to nothing; empty when that changes nothing. */
  public Optional<Change<Ceremony, CeremonyEvent>> miss(
      ReviewTicket ticket, String deliberation, String reason, Instant at) {
    return listening()
        .flatMap(next -> review(ticket.story()))
        .flatMap(review -> review.failed(ticket.role(), deliberation, reason))
        .map(
            after ->
                new Change<>(
                    replacing(after, at),
                    new InquiryFailed(id, ticket.story(), ticket.role(), reason, at)));
  }

  private Optional<CeremonyStatus> listening() {
    return may(CeremonyAction.TAKE_FEEDBACK).fold(Optional::of, late -> Optional.empty());
  }

  /** Goes to the product owner; empty while feedback is missing, or when it is there already. */
  public Optional<Change<Ceremony, CeremonyEvent>> beginReview(Instant at) {
    boolean due = !reviews.isEmpty() && reviews.stream().allMatch(StoryReview::isSettled);
    return may(CeremonyAction.BEGIN_REVIEW)
        .fold(
            next ->
                due
                    ? Optional.of(new Change<>(with(next, reviews, at), new ReviewBegun(id, at)))
                    : Optional.empty(),
            elsewhere -> Optional.empty());
  }

  /**
   * Makes the preliminary plan of a story a plan.
   *
   * @param shown the digest of what the approver saw; absent means what is current
   * @param plan the plan that is made of it
   */
  public Outcome<Change<Ceremony, CeremonyEvent>> approve(
      StoryId story, ReviewApproval approval, Optional<String> shown, PlanId plan) {
    return may(CeremonyAction.APPROVE_PLAN)
        .then(next -> known(story))
        .then(
            review ->
                review
                    .approvable(id, shown)
                    .map(
                        plans ->
                            new Change<>(
                                replacing(
                                    review.decided(new ReviewVerdict.Approved(approval, plan)),
                                    approval.at()),
                                new ReviewPlanApproved(
                                    id,
                                    story,
                                    plan,
                                    plans.digest(),
                                    shown.isPresent(),
                                    approval))));
  }

  /** Turns the preliminary plan of a story down. */
  public Outcome<Change<Ceremony, CeremonyEvent>> reject(
      StoryId story, ReviewVerdict.Rejected verdict) {
    return may(CeremonyAction.REJECT_PLAN)
        .then(next -> known(story))
        .then(review -> review.pending(id).map(plan -> review.decided(verdict)))
        .map(
            after ->
                new Change<>(
                    replacing(after, verdict.at()), new ReviewPlanRejected(id, story, verdict)));
  }

  /** Ends it; every plan must be decided. */
  public Outcome<Change<Ceremony, CeremonyEvent>> complete(ActorId by, Instant at) {
    return may(CeremonyAction.COMPLETE)
        .then(next -> undecided().isEmpty() ? Outcome.done(next) : stillUndecided())
        .map(next -> new Change<>(ended(next, at), new CeremonyCompleted(id, by, at)));
  }

  /** The stories whose plan waits for a decision. */
  public List<StoryId> undecided() {
    return reviews.stream().filter(StoryReview::isPending).map(StoryReview::story).toList();
  }

  private <T> Outcome<T> stillUndecided() {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.GUARD_FAILED,
            "ceremony %s cannot COMPLETE: the plans of %s are not decided; approve or reject them"
                .formatted(id, undecided())));
  }

  /** Ends it early; what was decided stays decided. */
  public Outcome<Change<Ceremony, CeremonyEvent>> cancel(ActorId by, Instant at) {
    return may(CeremonyAction.CANCEL)
        .map(next -> new Change<>(with(next, reviews, at), new CeremonyCancelled(id, by, at)));
  }

  /** How many of its plans met this decision. */
  public int count(ReviewStatus decision) {
    return (int) reviews.stream().filter(review -> review.status() == decision).count();
  }

  private Outcome<CeremonyStatus> may(CeremonyAction action) {
    return CeremonyTransitions.check(id, status, action);
  }

  private Ceremony replacing(StoryReview after, Instant at) {
    UnaryOperator<StoryReview> replace =
        review -> review.story().equals(after.story()) ? after : review;
    return with(status, reviews.stream().map(replace).toList(), at);
  }

  private Ceremony with(CeremonyStatus next, List<StoryReview> after, Instant at) {
    return new Ceremony(
        id, next, after, createdBy, createdAt, at, startedAt, completedAt, version + 1);
  }

  private Ceremony ended(CeremonyStatus next, Instant at) {
    return new Ceremony(
        id, next, reviews, createdBy, createdAt, at, startedAt, Optional.of(at), version + 1);
  }
}
