package io.witan.executor;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.Phases;
import io.witan.deliberation.application.RunDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.TurnRecorder;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.DrivingLeases;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.FakeChecks;
import io.witan.testing.MemoryDeliberations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One process that starts and drives deliberations, wired by hand. */
public final class Driving {
  private final Clock clock = Clock.systemUTC();
  private final StartDeliberation start;
  private final RunDeliberation run;
  private final DrivingLeases leases;

  /** With a time for each turn, and for a runner that cannot be reached. */
  public Driving(
      MemoryDeliberations store, TurnRunner runner, Duration turnTimeout, Duration patience) {
    DeliberationPolicy policy = policy(turnTimeout, patience);
    Charters charters =
        new Charters(
            subject -> Optional.of(Turns.CARD),
            query -> ContextPack.empty(),
            purpose -> Outcome.done(Agent.council(Role.ARCHITECT, 3, runner.model())),
            runner,
            store,
            policy,
            TermsPolicy.unlimited(),
            TrackRecord.empty(),
            clock);
    start =
        new StartDeliberation(
            store.transactions, store, charters, () -> UUID.randomUUID().toString());
    TurnRecorder recorder = new TurnRecorder(store.transactions, store, store, clock);
    Phases phases =
        new Phases(
            store,
            recorder,
            store,
            runner,
            new ResourcePromptBook(500, 1000, Optional.empty()),
            new JsonAnswers(),
            new FakeChecks(),
            Prices.free(),
            policy,
            clock);
    leases = store.leases(clock, Duration.ofSeconds(5));
    run = new RunDeliberation(leases, phases, recorder);
  }

  private static DeliberationPolicy policy(Duration turnTimeout, Duration patience) {
    return new DeliberationPolicy(
        patience,
        turnTimeout,
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(100),
        1000);
  }

  public DeliberationId start() {
    return start
        .start(Command.by(Actor.system()), StartDeliberation.Request.planOf("S-1"))
        .fold(
            Deliberation::id,
            refusal -> {
              throw new AssertionError(refusal.message());
            });
  }

  public Deliberation run(DeliberationId id) throws InterruptedException {
    return run.run(id).orElseThrow();
  }

  List<DeliberationId> abandoned() {
    return leases.abandoned(9);
  }
}
