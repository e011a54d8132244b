package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** A product owner deletes a story: it is archived with its tasks. */
@Dependent
public class ArchiveStory {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final ArchiveCascade cascade;

  @Inject
  public ArchiveStory(Transactions transactions, StoryRepository stories, ArchiveCascade cascade) {
    this.transactions = transactions;
    this.stories = stories;
    this.cascade = cascade;
  }

  /** Archives it, whatever its state; what is archived already is refused. */
  public Outcome<Story> archive(Command command, StoryId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("delete a story", Role.PO)
                .then(actor -> Outcome.found("story", id, stories.lock(id)))
                .then(story -> command.fresh(story, "story " + id, story.version()))
                .then(story -> cascade.story(command, story, Optional.empty())));
  }
}
