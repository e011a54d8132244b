package io.witan.testing;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.deliberation.port.TurnAttempts;
import io.witan.shared.Change;
import io.witan.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Deliberations, attempts, waits and leases in memory. */
public final class MemoryDeliberations
    implements DeliberationRepository, TurnAttempts, RunnerWaits {
  /** In which they are changed. */
  public final MemoryTransactions transactions;

  private final MemoryStore<Deliberation, DeliberationEvent> store;
  private final Map<TurnKey, String> requests = new ConcurrentHashMap<>();
  private final Map<DeliberationId, Wait> waits = new ConcurrentHashMap<>();
  private final Map<TurnKey, Integer> attempts = new HashMap<>();
  private final Map<DeliberationId, Lease> leases = new HashMap<>();
  private final Map<DeliberationId, Integer> drives = new HashMap<>();

  private record Lease(Object holder, Instant until) {}

  /** In transactions of their own. */
  public MemoryDeliberations() {
    this(new MemoryTransactions());
  }

  public MemoryDeliberations(MemoryTransactions transactions) {
    this.transactions = transactions;
    this.store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Deliberation",
                deliberation -> deliberation.id().value(),
                Deliberation::version,
                deliberation -> deliberation.charter().createdAt()));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public void given(Deliberation deliberation) {
    store.given(deliberation);
  }

  /** Those that have not ended, oldest first. */
  public List<Deliberation> open() {
    return store.all(Deliberation::isOpen);
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

  @Override
  public Optional<Deliberation> find(DeliberationId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Deliberation> lock(DeliberationId id) {
    return store.lock(id.value());
  }

  @Override
  public Optional<Deliberation> openAbout(Subject subject, Purpose purpose) {
    return open().stream()
        .filter(open -> open.charter().subject().equals(subject))
        .filter(open -> open.charter().purpose() == purpose)
        .filter(open -> open.charter().origin().isEmpty() && !open.charter().isApart())
        .findFirst();
  }

  @Override
  public Set<Role> rolesAtWork() {
    return open().stream()
        .flatMap(open -> open.charter().agents().stream())
        .map(Agent::role)
        .collect(Collectors.toSet());
  }

  @Override
  public Tried mandated(Subject subject, Purpose purpose, int round) {
    List<Deliberation> asked =
        store.all(
            one ->
                one.charter().subject().equals(subject)
                    && one.charter().purpose() == purpose
                    && one.charter()
                        .mandate()
                        .filter(mandate -> mandate.round() == round)
                        .isPresent());
    return new Tried(asked.size(), asked.stream().anyMatch(one -> one.cut().isPresent()));
  }

  @Override
  public Budget committedOn(String storyId) {
    return store
        .all(one -> one.charter().assignment().storyId().equals(Optional.of(storyId)))
        .stream()
        .map(one -> one.isOpen() ? one.charter().terms().budget() : one.spent())
        .reduce(Budget.NOTHING, Budget::plus);
  }

  @Override
  public void save(Change<Deliberation, DeliberationEvent> change) {
    store.save(change);
    if (change.event() instanceof DeliberationEvent.TurnRecorded recorded) {
      TurnKey turn = new TurnKey(change.after().id(), recorded.turn().slot().sequence());
      requests.put(turn, recorded.request());
      transactions.undone(() -> requests.remove(turn));
    }
  }

  @Override
  public Optional<String> requestOf(TurnKey turn) {
    return Optional.ofNullable(requests.get(turn));
  }

  @Override
  public List<DeliberationId> ofStory(String storyId) {
    return idsOf(storyId, one -> one.charter().origin().isEmpty());
  }

  @Override
  public Optional<DeliberationId> latestAbout(Subject subject) {
    return store
        .all(one -> one.charter().origin().isEmpty() && one.charter().subject().equals(subject))
        .stream()
        .max(
            Comparator.comparing((Deliberation one) -> one.charter().createdAt())
                .thenComparing(one -> one.id().value()))
        .map(Deliberation::id);
  }

  @Override
  public List<DeliberationId> openOfStory(String storyId) {
    return idsOf(storyId, Deliberation::isOpen);
  }

  private List<DeliberationId> idsOf(String storyId, Predicate<Deliberation> wanted) {
    return store
        .all(wanted.and(one -> one.charter().assignment().storyId().equals(Optional.of(storyId))))
        .stream()
        .map(Deliberation::id)
        .toList();
  }

  @Override
  public synchronized Map<Integer, Integer> beginAgain(DeliberationId id, Set<Integer> sequences) {
    Map<Integer, Integer> before = new HashMap<>();
    for (int sequence : sequences) {
      int begun = attempts.merge(new TurnKey(id, sequence), 2, (known, first) -> known + 1);
      before.put(sequence, begun - 1);
    }
    return before;
  }

  /** Whether somebody drives it, or did. */
  synchronized boolean wasDriven(DeliberationId id) {
    return drives.containsKey(id);
  }

  /** A process of its own that may drive. */
  public DrivingLeases leases(Clock clock, Duration length) {
    return new Leases(clock, length);
  }

  private final class Leases implements DrivingLeases {
    private final Clock clock;
    private final Duration length;

    Leases(Clock clock, Duration length) {
      this.clock = clock;
      this.length = length;
    }

    @Override
    public Optional<Taken> acquire(DeliberationId id) {
      synchronized (MemoryDeliberations.this) {
        boolean mine = isFree(id) || leases.get(id).holder() == this;
        Optional<Deliberation> open = find(id).filter(found -> mine && found.isOpen());
        open.ifPresent(one -> leases.put(id, new Lease(this, clock.instant().plus(length))));
        return open.map(one -> new Taken(one, drives.merge(id, 1, Integer::sum) - 1));
      }
    }

    private boolean isFree(DeliberationId id) {
      Lease lease = leases.get(id);
      return lease == null || lease.until().isBefore(clock.instant());
    }

    @Override
    public void renew(Set<DeliberationId> ids) {
      synchronized (MemoryDeliberations.this) {
        leases.replaceAll(
            (id, lease) ->
                lease.holder() == this && ids.contains(id)
                    ? new Lease(this, clock.instant().plus(length))
                    : lease);
      }
    }

    @Override
    public void release(DeliberationId id) {
      synchronized (MemoryDeliberations.this) {
        if (leases.containsKey(id) && leases.get(id).holder() == this) {
          leases.remove(id);
        }
      }
    }

    @Override
    public List<DeliberationId> abandoned(int most) {
      synchronized (MemoryDeliberations.this) {
        return open().stream().map(Deliberation::id).filter(this::isFree).limit(most).toList();
      }
    }
  }
}
