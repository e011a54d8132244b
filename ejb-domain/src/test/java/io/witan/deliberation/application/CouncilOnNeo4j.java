package io.witan.deliberation.application;

import io.witan.context.adapter.Neo4jContextPacks;
import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.adapter.Neo4jAssignments;
import io.witan.deliberation.adapter.Neo4jDeliberationRepository;
import io.witan.deliberation.adapter.Neo4jDrivingLeases;
import io.witan.deliberation.adapter.Neo4jRunnerWaits;
import io.witan.deliberation.adapter.Neo4jTurnAttempts;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.deliberation.port.TurnRunner;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.testing.FakeChecks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A process that starts and drives deliberations of one council on a real Neo4j. */
public final class CouncilOnNeo4j {
  private static final IdSource IDS = () -> UUID.randomUUID().toString();
  private static final Duration LEASE = Duration.ofSeconds(5);

  private final DeliberationRepository deliberations;
  private final StartDeliberation start;
  private final RunDeliberation run;

  public CouncilOnNeo4j(
      LedgerOnNeo4j ledger, TurnRunner runner, List<Agent> agents, DeliberationPolicy policy) {
    deliberations = deliberations(ledger);
    Charters charters =
        new Charters(
            new Neo4jAssignments(ledger.graph),
            new Neo4jContextPacks(ledger.graph),
            purpose -> Outcome.done(agents),
            runner,
            deliberations,
            policy,
            TermsPolicy.unlimited(),
            TrackRecord.empty(),
            ledger.clock);
    start = new StartDeliberation(ledger.transactions, deliberations, charters, IDS);
    TurnRecorder recorder =
        new TurnRecorder(
            ledger.transactions, deliberations, new Neo4jRunnerWaits(ledger.graph), ledger.clock);
    Phases phases =
        new Phases(
            deliberations,
            recorder,
            new Neo4jTurnAttempts(ledger.graph),
            runner,
            new ResourcePromptBook(500, 1000, Optional.empty()),
            new JsonAnswers(),
            new FakeChecks(),
            Prices.free(),
            policy,
            ledger.clock);
    run =
        new RunDeliberation(
            new Neo4jDrivingLeases(ledger.graph, new JsonAnswers(), ledger.clock, IDS, LEASE),
            phases,
            recorder);
  }

  /** What every process on this Neo4j keeps. */
  public static DeliberationRepository deliberations(LedgerOnNeo4j ledger) {
    return new Neo4jDeliberationRepository(ledger.graph, ledger.journal, new JsonAnswers());
  }

  /** A story that can be deliberated about; its id. */
  public static String story(LedgerOnNeo4j ledger) {
    String id = "S-" + IDS.next();
    ledger.graph.run(
        """
        CREATE (:Story {id: $id, title: 'Pay by card', brief: 'As a buyer', state: 'DRAFT',
          acceptance_criteria: ['A receipt']})
        """,
        Map.of("id", id));
    return id;
  }

  /** Starts one about the plan of a story, or finds the one that is open. */
  public Deliberation start(Command command, String story) {
    return Deliberations.value(start.start(command, StartDeliberation.Request.planOf(story)));
  }

  /** Drives it to its end; empty when another process does. */
  public Optional<Deliberation> run(DeliberationId id) throws InterruptedException {
    return run.run(id);
  }
}
