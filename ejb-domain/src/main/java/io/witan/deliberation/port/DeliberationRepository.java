package io.witan.deliberation.port;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.shared.Change;
import io.witan.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps deliberations. A recorded turn is written once and never again. */
public interface DeliberationRepository {

  Optional<Deliberation> find(DeliberationId id);

  /** Reads one and keeps others from changing it until the transaction ends. */
  Optional<Deliberation> lock(DeliberationId id);

  /** Locks one that was read before; what has not changed since need not be read again. */
  default Optional<Deliberation> lock(Deliberation seen) {
    return lock(seen.id());
  }

  /**
   * The one that is open about a subject, if any. Others who ask the same wait until the
   * transaction ends, so at most one is started.
   */
  Optional<Deliberation> openAbout(Subject subject, Purpose purpose);

  /** How many deliberations the gate of a task has asked for in a round, ended or not. */
  Tried mandated(Subject subject, Purpose purpose, int round);

  /**
   * What gates have asked for.
   *
   * @param isCut whether one of them ended early: a person is asked then, no other council
   */
  record Tried(int many, boolean isCut) {}

  /**
   * What deliberations of a story have spent, and what those that are open may spend at most.
   * Others who ask the same wait until the transaction ends.
   */
  Budget committedOn(String storyId);

  /** Keeps the change; needs a transaction, and the lock unless it is new. */
  void save(Change<Deliberation, DeliberationEvent> change);

  /** Keeps changes of one deliberation that follow one another, oldest first. */
  default void saveAll(List<Change<Deliberation, DeliberationEvent>> changes) {
    changes.forEach(this::save);
  }

  /** What an agent was asked in a recorded turn, to the letter. */
  Optional<String> requestOf(TurnKey turn);

  /** Those about a story and about its tasks, oldest first; without forks. */
  List<DeliberationId> ofStory(String storyId);

  /** The one that was started last about a subject, ended or not; forks are left out. */
  Optional<DeliberationId> latestAbout(Subject subject);

  /** Those that are open, with forks. */
  List<DeliberationId> openOfStory(String storyId);

  /** The roles whose agents sit in a deliberation that is open. */
  Set<Role> rolesAtWork();
}
