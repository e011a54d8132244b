package io.witan.deliberation.application;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.deliberation.port.TurnRequest;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.FakeChecks;
import io.witan.testing.MemoryDeliberations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts and drives deliberations about the plan of story S-1, without a database. */
final class CouncilInMemory implements AutoCloseable {
  static final Command PO = Command.by(new Actor(new ActorId("paula"), Set.of(Role.PO)));
  private static final Duration LONG = Duration.ofMinutes(1);

  final MemoryDeliberations store = new MemoryDeliberations();
  final ScriptedRunner runner = new ScriptedRunner();
  final ExecutorService threads = Executors.newCachedThreadPool();
  Clock clock = Clock.systemUTC();
  Duration patience = LONG;
  Prices priced = Prices.free();
  TermsPolicy rules = TermsPolicy.unlimited();
  TrackRecord trackRecord = TrackRecord.empty();

  private DeliberationPolicy policy() {
    return new DeliberationPolicy(
        patience, LONG, Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(50), 1000);
  }

  /** Another process on the same store. */
  RunDeliberation process(ScriptedRunner with) {
    TurnRecorder recorder = new TurnRecorder(store.transactions, store, store, clock);
    Phases phases =
        new Phases(
            store,
            recorder,
            store,
            with,
            new ResourcePromptBook(500, 1000, Optional.empty()),
            new JsonAnswers(),
            new FakeChecks(),
            priced,
            policy(),
            clock);
    return new RunDeliberation(store.leases(clock, LONG), phases, recorder);
  }

  StartDeliberation starting(int agents) {
    Charters charters =
        new Charters(
            subject ->
                subject.id().equals("S-1")
                    ? Optional.of(
                        new Assignment("Pay", "By card", List.of("Receipt"), Optional.of("S-1")))
                    : Optional.empty(),
            query -> new ContextPack("about " + query.id(), 3, List.of(), List.of()),
            purpose -> Outcome.done(Agent.council(Role.ARCHITECT, agents, "model-x")),
            runner,
            store,
            policy(),
            rules,
            trackRecord,
            clock);
    return new StartDeliberation(
        store.transactions, store, charters, () -> UUID.randomUUID().toString());
  }

  DeliberationId started(int agents) {
    return Deliberations.value(starting(agents).start(PO, StartDeliberation.Request.planOf("S-1")))
        .id();
  }

  Deliberation run(DeliberationId id) throws InterruptedException {
    return process(runner).run(id).orElseThrow();
  }

  static boolean isTurn(TurnRequest request, int sequence) {
    return request.key().sequence() == sequence;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
