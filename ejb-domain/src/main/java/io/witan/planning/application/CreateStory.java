package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryText;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** A product owner writes a story down. */
@Dependent
public class CreateStory {
  private final Transactions transactions;
  private final EpicRepository epics;
  private final StoryRepository stories;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public CreateStory(
      Transactions transactions,
      EpicRepository epics,
      StoryRepository stories,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.epics = epics;
    this.stories = stories;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What is written.
   *
   * @param sourceDigest SHA-256 (hex) of the document it comes from, if it comes from one
   */
  public record NewStory(EpicId epic, StoryText text, Optional<String> sourceDigest) {}

  /** Creates a draft and computes its definition-of-ready score. */
  public Outcome<Story> create(Command command, NewStory wanted) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("create a story", Role.PO)
                .then(actor -> Outcome.found("epic", wanted.epic(), epics.find(wanted.epic())))
                .then(Epic::writable)
                .map(
                    epic ->
                        Story.create(
                            epic.id(),
                            wanted.text(),
                            wanted.sourceDigest(),
                            command.actor().id(),
                            ids,
                            clock.instant()))
                .onDone(stories::save)
                .map(change -> change.after()));
  }
}
