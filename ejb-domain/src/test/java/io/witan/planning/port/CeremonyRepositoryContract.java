package io.witan.planning.port;

import static io.witan.testing.ACeremony.aCeremony;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyEvent.CeremonyCancelled;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Priority;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.ReviewApproval;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.planning.port.CeremonyRepository.Filter;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import io.witan.testing.ACeremony;
import io.witan.testing.ListedRepositoryContract;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CeremonyRepository} promises. */
public abstract class CeremonyRepositoryContract
    extends ListedRepositoryContract<Ceremony, CeremonyEvent> {

  protected abstract CeremonyRepository ceremonies();

  @Override
  protected Change<Ceremony, CeremonyEvent> something() {
    return aCeremony().of("s-1").written();
  }

  @Override
  protected Change<Ceremony, CeremonyEvent> changed(Ceremony before, long version) {
    Ceremony after =
        new Ceremony(
            before.id(),
            CeremonyStatus.CANCELLED,
            List.of(ACeremony.fresh("s-" + version)),
            before.createdBy(),
            before.createdAt(),
            Moments.NOON,
            before.startedAt(),
            before.completedAt(),
            version);
    return new Change<>(
        after, new CeremonyCancelled(before.id(), before.createdBy(), Moments.NOON));
  }

  @Override
  protected Optional<Ceremony> find(Ceremony thing) {
    return ceremonies().find(thing.id());
  }

  @Override
  protected Optional<Ceremony> lock(Ceremony thing) {
    return ceremonies().lock(thing.id());
  }

  @Override
  protected void save(Change<Ceremony, CeremonyEvent> change) {
    ceremonies().save(change);
  }

  @Override
  protected Page<Ceremony> list(Page.Request request) {
    return ceremonies().list(new Filter(Optional.empty(), Optional.empty()), request);
  }

  @Override
  protected long version(Ceremony thing) {
    return thing.version();
  }

  @Test
  void all_that_is_known_about_every_story_reads_back_as_it_was_written() {
    StoryReview failed =
        new StoryReview(
            new StoryId("s-5"),
            List.of(
                Inquiry.submitted(ReviewRole.QA, "d-1"),
                Inquiry.refused(ReviewRole.DEVOPS, "no model ✓")),
            List.of(),
            Optional.empty());
    StoryReview adjusted =
        new StoryReview(
            new StoryId("s-6"),
            List.of(),
            List.of(ACeremony.opinion("s-6", ReviewRole.ARCHITECT)),
            Optional.of(
                new Approved(
                    new ReviewApproval(
                        new ActorId("paula"),
                        Moments.NOON,
                        "Go",
                        "Is it fast?",
                        Optional.of(new PriorityAdjustment(Priority.HIGH, "A customer waits"))),
                    new PlanId("PL-2"))));
    Ceremony ceremony =
        saved(
            aCeremony()
                .reviewing("s-1")
                .with(ACeremony.approved("s-2", "PL-1"))
                .with(ACeremony.rejected("s-3"))
                .with(ACeremony.asked("s-4"))
                .with(failed)
                .with(adjusted)
                .in(CeremonyStatus.COMPLETED)
                .written());

    assertThat(ceremonies().find(ceremony.id())).contains(ceremony);
  }

  @Test
  void a_list_is_narrowed_by_status_and_creator_together_the_oldest_first() {
    String creator = "po-" + UUID.randomUUID();
    Ceremony second = saved(aCeremony().by(creator).createdAt(Moments.NOON).written());
    Ceremony first = saved(aCeremony().by(creator).createdAt(Moments.MORNING).written());
    saved(aCeremony().by(creator).started("s-1").written());
    saved(aCeremony().by("po-" + UUID.randomUUID()).written());

    assertThat(
            walk(
                page ->
                    ceremonies()
                        .list(
                            new Filter(
                                Optional.of(CeremonyStatus.DRAFT),
                                Optional.of(new ActorId(creator))),
                            page)))
        .containsExactly(first, second);
  }
}
