package io.witan.testing;

import io.witan.ledger.port.Transactions;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Transactions over the fakes, one at a time: a refusal or an exception undoes what was saved, a
 * key answers its repetitions, and the events of what was kept can be read.
 */
public final class MemoryTransactions implements Transactions {
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<String, Remembered> answers = new HashMap<>();
  private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
  private Unit current;

  /** An event that was kept, and whose command led to it. */
  public record Recorded(ActorId by, Object event) {}

  private record Remembered(String digest, String answer) {}

  private static final class Unit {
    final Deque<Command> commands = new ArrayDeque<>();
    final Deque<Runnable> undo = new ArrayDeque<>();
    final Set<Object> locked = new HashSet<>();
    final List<Recorded> told = new ArrayList<>();
  }

  /** Every event that was kept, oldest first, with the actor of its command. */
  public List<Recorded> recorded() {
    return List.copyOf(recorded);
  }

  /** Every event that was kept, oldest first. */
  public List<Object> events() {
    return recorded.stream().map(Recorded::event).toList();
  }

  @Override
  public <T> Outcome<T> run(Command command, Supplier<Outcome<T>> work) {
    oneAtATime.lock();
    try {
      if (current != null) {
        return join(command, work);
      }
      if (command.idempotency().isPresent()) {
        throw new IllegalStateException("nobody keeps the answer for the idempotency key");
      }
      return alone(command, work);
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public <T> Outcome<T> once(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    oneAtATime.lock();
    try {
      Optional<Idempotency> sent = command.idempotency();
      return current != null || sent.isEmpty()
          ? run(command, work)
          : alone(command, () -> once(key(command, sent.get()), sent.get(), answer, work));
    } finally {
      oneAtATime.unlock();
    }
  }

  private <T> Outcome<T> join(Command command, Supplier<Outcome<T>> work) {
    current.commands.push(command);
    try {
      return work.get();
    } finally {
      current.commands.pop();
    }
  }

  private <T> Outcome<T> alone(Command command, Supplier<Outcome<T>> work) {
    Unit unit = new Unit();
    unit.commands.push(command);
    current = unit;
    boolean kept = false;
    try {
      Outcome<T> outcome = work.get();
      kept = outcome.isDone();
      return outcome;
    } finally {
      current = null;
      end(unit, kept);
    }
  }

  private void end(Unit unit, boolean kept) {
    if (kept) {
      recorded.addAll(unit.told);
    } else {
      unit.undo.forEach(Runnable::run);
    }
  }

  private <T> Outcome<T> once(
      String key, Idempotency sent, Answer<T> answer, Supplier<Outcome<T>> work) {
    Remembered before = answers.get(key);
    if (before == null) {
      return work.get().then(value -> keep(key, sent, answer.kept().apply(value), value));
    }
    return before.digest().equals(sent.requestDigest())
        ? answer.again().apply(before.answer())
        : mismatch(sent);
  }

  private <T> Outcome<T> keep(String key, Idempotency sent, String text, T value) {
    if (text.length() > Answer.MOST_CHARACTERS) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.LIMIT_EXCEEDED,
              "%d characters: send this without a key".formatted(text.length())));
    }
    answers.put(key, new Remembered(sent.requestDigest(), text));
    return Outcome.done(value);
  }

  private static <T> Outcome<T> mismatch(Idempotency sent) {
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.IDEMPOTENCY_MISMATCH,
            "the idempotency key \"%s\" was used for another request: use a new key"
                .formatted(sent.key())));
  }

  private static String key(Command command, Idempotency sent) {
    return command.actor().id() + "|" + sent.key();
  }

  void lock(Object thing) {
    running().locked.add(thing);
  }

  boolean holds(Object thing) {
    return running().locked.contains(thing);
  }

  void mustRun() {
    running();
  }

  void undone(Runnable undo) {
    running().undo.push(undo);
  }

  void saved(Object event, Runnable undo) {
    Unit unit = running();
    unit.undo.push(undo);
    unit.told.add(new Recorded(unit.commands.element().actor().id(), event));
  }

  private Unit running() {
    if (current == null || !oneAtATime.isHeldByCurrentThread()) {
      throw new IllegalStateException("a change needs a transaction around it");
    }
    return current;
  }
}
