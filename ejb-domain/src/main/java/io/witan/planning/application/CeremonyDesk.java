package io.witan.planning.application;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyEvent;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.ReviewCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What the use cases of ceremonies do alike. */
@Dependent
public class CeremonyDesk {
  private final CeremonyRepository ceremonies;
  private final StoryRepository stories;
  private final ReviewCouncil council;
  private final Clock clock;

  @Inject
  public CeremonyDesk(
      CeremonyRepository ceremonies, StoryRepository stories, ReviewCouncil council, Clock clock) {
    this.ceremonies = ceremonies;
    this.stories = stories;
    this.council = council;
    this.clock = clock;
  }

  Outcome<Ceremony> lock(CeremonyId id) {
    return Outcome.found("ceremony", id, ceremonies.lock(id));
  }

  /** Locks it, if it is still as the sender of the command saw it. */
  Outcome<Ceremony> lockFresh(Command command, CeremonyId id) {
    return lock(id).then(found -> command.fresh(found, "ceremony " + id, found.version()));
  }

  Ceremony save(Change<Ceremony, CeremonyEvent> change) {
    ceremonies.save(change);
    return change.after();
  }

  /** Saves, and goes on to the product owner if that was the last thing waited for. */
  Ceremony saveAndGoOn(Change<Ceremony, CeremonyEvent> change) {
    Ceremony saved = save(change);
    return saved.beginReview(clock.instant()).map(this::save).orElse(saved);
  }

  /** The stories of these ids, or the refusal for the first that takes no part in anything. */
  Outcome<List<StoryId>> reviewable(List<StoryId> ids) {
    for (StoryId id : ids) {
      Outcome<Story> story = Outcome.found("story", id, stories.find(id)).then(Story::writable);
      if (!story.isDone()) {
        return story.map(never -> ids);
      }
    }
    return Outcome.done(ids);
  }

  /** Has a council of each role think about a story; what cannot be started is told as failed. */
  List<Inquiry> ask(Command command, CeremonyId ceremony, StoryId id) {
    Outcome<Story> story = Outcome.found("story", id, stories.find(id)).then(Story::writable);
    return Stream.of(ReviewRole.values())
        .map(role -> new ReviewTicket(ceremony, id, role))
        .map(
            ticket ->
                story
                    .then(found -> council.convene(command, ticket, found))
                    .fold(
                        deliberation -> Inquiry.submitted(ticket.role(), deliberation),
                        refusal -> failed(ticket, refusal)))
        .toList();
  }

  private static Inquiry failed(ReviewTicket ticket, Refusal refusal) {
    return Inquiry.refused(ticket.role(), refusal.message());
  }

  /** Ends what still runs for a story that nobody wants reviewed any more. */
  void dismiss(Command command, List<String> deliberations) {
    deliberations.forEach(deliberation -> council.dismiss(command, deliberation));
  }
}
