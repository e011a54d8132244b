package io.witan.grpc.fakes;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.shared.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliberations in memory. Turns are not kept; how one ends is said by the test. */
public final class MemoryDeliberations implements DeliberationRepository, RunnerWaits {
  private final Map<DeliberationId, Wait> waits = new HashMap<>();
  private final Map<DeliberationId, Deliberation> kept = new LinkedHashMap<>();

  /** Ends every open deliberation with a ranking in the order of the seats, from 0.9 down. */
  public synchronized void completeAll() {
    kept.replaceAll(
        (id, deliberation) -> deliberation.isOpen() ? completed(deliberation) : deliberation);
  }

  /** Ends every open deliberation without a winner. */
  public synchronized void failAll(String reason) {
    kept.replaceAll(
        (id, deliberation) ->
            deliberation.isOpen()
                ? ended(
                    deliberation,
                    new Ending.Failed(reason, deliberation.charter().createdAt().plusSeconds(2)))
                : deliberation);
  }

  public synchronized boolean hasOpen() {
    return kept.values().stream().anyMatch(Deliberation::isOpen);
  }

  private static Deliberation completed(Deliberation deliberation) {
    List<Ranked> ranking = new ArrayList<>();
    for (Agent agent : deliberation.charter().agents()) {
      int rank = ranking.size() + 1;
      ranking.add(
          new Ranked(
              rank,
              agent.id(),
              rank,
              1.0 - rank / 10.0,
              true,
              "text of " + agent.id(),
              new WorkProposal("title", "summary", Optional.empty(), "note")));
    }
    return ended(
        deliberation,
        new Ending.Completed(ranking, deliberation.charter().createdAt().plusSeconds(2)));
  }

  private static Deliberation ended(Deliberation open, Ending how) {
    return new Deliberation(
        open.id(), open.charter(), open.turns(), Optional.of(how), open.version() + 1);
  }

  @Override
  public synchronized Optional<Deliberation> find(DeliberationId id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Optional<Deliberation> lock(DeliberationId id) {
    return find(id);
  }

  @Override
  public synchronized Optional<Deliberation> openAbout(Subject subject, Purpose purpose) {
    return kept.values().stream()
        .filter(Deliberation::isOpen)
        .filter(deliberation -> deliberation.charter().subject().equals(subject))
        .findFirst();
  }

  @Override
  public synchronized void save(Change<Deliberation, DeliberationEvent> change) {
    kept.put(change.after().id(), change.after());
  }

  @Override
  public Optional<String> requestOf(TurnKey turn) {
    return Optional.empty();
  }

  @Override
  public synchronized List<DeliberationId> openOfStory(String storyId) {
    return ofStory(storyId).stream().filter(id -> kept.get(id).isOpen()).toList();
  }

  @Override
  public synchronized List<DeliberationId> ofStory(String storyId) {
    return kept.values().stream()
        .filter(
            deliberation ->
                deliberation.charter().assignment().storyId().equals(Optional.of(storyId)))
        .map(Deliberation::id)
        .toList();
  }

  @Override
  public void waits(DeliberationId id, Wait wait) {
    waits.put(id, wait);
  }

  @Override
  public void goesOn(DeliberationId id) {
    waits.remove(id);
  }

  @Override
  public Optional<Wait> of(DeliberationId id) {
    return Optional.ofNullable(waits.get(id));
  }
}
