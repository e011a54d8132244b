package io.witan.deliberation.port;

import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Deliberations, transactions, attempts and leases in memory: one transaction at a time. */
public final class InMemoryDeliberations
    implements DeliberationRepository, TurnAttempts, RunnerWaits, Transactions {
  private final Map<DeliberationId, Deliberation> kept = new LinkedHashMap<>();
  private final Map<TurnKey, String> requests = new HashMap<>();
  private final Map<TurnKey, Integer> attempts = new HashMap<>();
  private final Map<DeliberationId, Lease> leases = new HashMap<>();
  private final Map<DeliberationId, Wait> waits = new HashMap<>();
  private final Map<DeliberationId, Integer> drives = new HashMap<>();
  private final List<DeliberationEvent> events = new ArrayList<>();
  private final Set<DeliberationId> locked = new HashSet<>();
  private boolean inTransaction;

  private record Lease(Object holder, Instant until) {}

  /** Puts it there as it is, without a transaction and without an event. */
  public synchronized void given(Deliberation deliberation) {
    kept.put(deliberation.id(), deliberation);
  }

  /** What was saved, in the order of saving. */
  public synchronized List<DeliberationEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized <T> Outcome<T> run(Command command, Supplier<Outcome<T>> work) {
    return inTransaction ? work.get() : keepIfDone(work);
  }

  @Override
  public <T> Outcome<T> once(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    throw new UnsupportedOperationException("nothing is repeated here");
  }

  private <T> Outcome<T> keepIfDone(Supplier<Outcome<T>> work) {
    Map<DeliberationId, Deliberation> before = new LinkedHashMap<>(kept);
    int eventsBefore = events.size();
    boolean done = false;
    inTransaction = true;
    try {
      Outcome<T> outcome = work.get();
      done = outcome.isDone();
      return outcome;
    } finally {
      inTransaction = false;
      locked.clear();
      if (!done) {
        kept.clear();
        kept.putAll(before);
        events.subList(eventsBefore, events.size()).clear();
      }
    }
  }

  @Override
  public synchronized void waits(DeliberationId id, Wait wait) {
    waits.put(id, wait);
  }

  @Override
  public synchronized void goesOn(DeliberationId id) {
    waits.remove(id);
  }

  @Override
  public synchronized Optional<Wait> of(DeliberationId id) {
    return Optional.ofNullable(waits.get(id));
  }

  @Override
  public synchronized Optional<Deliberation> find(DeliberationId id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public synchronized Optional<Deliberation> lock(DeliberationId id) {
    mustBeInTransaction();
    locked.add(id);
    return find(id);
  }

  @Override
  public synchronized Optional<Deliberation> openAbout(Subject subject, Purpose purpose) {
    return kept.values().stream()
        .filter(Deliberation::isOpen)
        .filter(open -> isAbout(open.charter(), subject, purpose))
        .findFirst();
  }

  private static boolean isAbout(Charter charter, Subject subject, Purpose purpose) {
    return charter.subject().equals(subject) && charter.purpose() == purpose;
  }

  @Override
  public synchronized void save(Change<Deliberation, DeliberationEvent> change) {
    mustBeInTransaction();
    Deliberation after = change.after();
    long before = find(after.id()).map(Deliberation::version).orElse(0L);
    if (after.version() != before + 1) {
      throw new IllegalStateException("version %d after %d".formatted(after.version(), before));
    }
    if (!locked.contains(after.id()) && before > 0) {
      throw new IllegalStateException(after.id() + " was not locked");
    }
    locked.add(after.id());
    kept.put(after.id(), after);
    events.add(change.event());
    if (change.event() instanceof DeliberationEvent.TurnRecorded recorded) {
      int sequence = recorded.turn().slot().sequence();
      requests.put(new TurnKey(after.id(), sequence), recorded.request());
    }
  }

  private void mustBeInTransaction() {
    if (!inTransaction) {
      throw new IllegalStateException("a change needs a transaction around it");
    }
  }

  @Override
  public synchronized Optional<String> requestOf(TurnKey turn) {
    return Optional.ofNullable(requests.get(turn));
  }

  @Override
  public synchronized List<DeliberationId> openOfStory(String storyId) {
    return ofStory(storyId).stream().filter(id -> kept.get(id).isOpen()).toList();
  }

  @Override
  public synchronized List<DeliberationId> ofStory(String storyId) {
    return kept.values().stream()
        .filter(one -> one.charter().assignment().storyId().equals(Optional.of(storyId)))
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
    public OptionalInt acquire(DeliberationId id) {
      synchronized (InMemoryDeliberations.this) {
        boolean mine = isFree(id) || leases.get(id).holder() == this;
        if (mine && find(id).filter(Deliberation::isOpen).isPresent()) {
          leases.put(id, new Lease(this, clock.instant().plus(length)));
          return OptionalInt.of(drives.merge(id, 1, Integer::sum) - 1);
        }
        return OptionalInt.empty();
      }
    }

    private boolean isFree(DeliberationId id) {
      Lease lease = leases.get(id);
      return lease == null || lease.until().isBefore(clock.instant());
    }

    @Override
    public void renew(Set<DeliberationId> ids) {
      synchronized (InMemoryDeliberations.this) {
        leases.replaceAll(
            (id, lease) ->
                lease.holder() == this && ids.contains(id)
                    ? new Lease(this, clock.instant().plus(length))
                    : lease);
      }
    }

    @Override
    public void release(DeliberationId id) {
      synchronized (InMemoryDeliberations.this) {
        if (leases.containsKey(id) && leases.get(id).holder() == this) {
          leases.remove(id);
        }
      }
    }

    @Override
    public List<DeliberationId> abandoned(int most) {
      synchronized (InMemoryDeliberations.this) {
        return kept.values().stream()
            .filter(Deliberation::isOpen)
            .map(Deliberation::id)
            .filter(this::isFree)
            .limit(most)
            .toList();
      }
    }
  }
}
