package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** A product owner leaves a story out of a ceremony. */
@Dependent
public class RemoveStoryFromCeremony {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final Clock clock;

  @Inject
  public RemoveStoryFromCeremony(Transactions transactions, CeremonyDesk desk, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  /** Removes it; what councils still think about it ends. */
  public Outcome<Ceremony> remove(Command command, CeremonyId id, StoryId story) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("remove a story from a ceremony", Role.PO)
                .then(actor -> desk.lockFresh(command, id))
                .then(ceremony -> remove(command, ceremony, story)));
  }

  private Outcome<Ceremony> remove(Command command, Ceremony ceremony, StoryId story) {
    List<String> open = ceremony.review(story).map(StoryReview::openInquiries).orElse(List.of());
    return ceremony
        .remove(story, command.actor().id(), clock.instant())
        .map(desk::saveAndGoOn)
        .onDone(done -> desk.dismiss(command, open));
  }
}
