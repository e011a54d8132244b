package io.witan.benchmarks.deliberations;

import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.calibration.adapter.CalibratedTrackRecord;
import io.witan.calibration.adapter.Neo4jForecasts;
import io.witan.calibration.adapter.Neo4jStandings;
import io.witan.context.adapter.Neo4jContextPacks;
import io.witan.deliberation.adapter.DeliberationSettings;
import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.adapter.KeptCouncils;
import io.witan.deliberation.adapter.Neo4jAssignments;
import io.witan.deliberation.adapter.Neo4jCouncilRepository;
import io.witan.deliberation.adapter.Neo4jDeliberationRepository;
import io.witan.deliberation.adapter.Neo4jDrivingLeases;
import io.witan.deliberation.adapter.Neo4jRunnerWaits;
import io.witan.deliberation.adapter.Neo4jTurnAttempts;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.adapter.checks.LocalProposalChecks;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.CreateCouncil;
import io.witan.deliberation.application.Phases;
import io.witan.deliberation.application.RunDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.TurnRecorder;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.port.CouncilPolicy;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TurnRunner;
import io.witan.neo4j.Graph;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Use cases of deliberation without a container: a council of architects, set as by the defaults.
 */
final class CouncilByHand {
  private static final int AGENTS = 3;
  private static final int PACK_TOKENS = 6_000;
  private static final int MAX_TOKENS = 2_048;
  private static final DeliberationSettings SETTINGS = new DeliberationSettings();
  private static final DeliberationPolicy POLICY =
      SETTINGS.policy(
          Duration.ofMinutes(10), Duration.ofSeconds(90), Duration.ofMinutes(10), PACK_TOKENS);
  private static final TermsPolicy TERMS =
      SETTINGS.rules(
          "council",
          1,
          false,
          0.9,
          Duration.ofMinutes(30),
          65_536,
          1_000_000,
          BigDecimal.ZERO,
          0,
          BigDecimal.ZERO,
          Optional.empty(),
          Optional.empty());

  private final StartDeliberation start;
  private final RunDeliberation run;

  /** On a graph with all migrations. */
  CouncilByHand(Graph graph, PlanningByHand planning, TurnRunner runner) {
    Clock clock = planning.clock();
    var transactions = planning.ledger().transactions();
    var journal = planning.ledger().journal();
    var councils = new Neo4jCouncilRepository(graph, journal);
    var deliberations = new Neo4jDeliberationRepository(graph, journal, new JsonAnswers());
    convene(new CreateCouncil(transactions, councils, new CouncilPolicy(AGENTS), clock), councils);
    Charters charters =
        new Charters(
            new Neo4jAssignments(graph),
            new Neo4jContextPacks(graph),
            new KeptCouncils(councils, runner),
            runner,
            deliberations,
            POLICY,
            TERMS,
            new CalibratedTrackRecord(new Neo4jStandings(graph), new Neo4jForecasts(graph)),
            clock);
    start = new StartDeliberation(transactions, deliberations, charters, PlanningByHand.IDS);
    TurnRecorder recorder =
        new TurnRecorder(transactions, deliberations, new Neo4jRunnerWaits(graph), clock);
    Phases phases =
        new Phases(
            deliberations,
            recorder,
            new Neo4jTurnAttempts(graph),
            runner,
            new ResourcePromptBook(MAX_TOKENS, PACK_TOKENS, Optional.empty()),
            new JsonAnswers(),
            new LocalProposalChecks(Optional.empty(), "HEAD"),
            Prices.free(),
            POLICY,
            clock);
    run =
        new RunDeliberation(
            new Neo4jDrivingLeases(
                graph, new JsonAnswers(), clock, PlanningByHand.IDS, Duration.ofSeconds(15)),
            phases,
            recorder);
  }

  /** Several ways may share a graph, and then its council. */
  private static void convene(CreateCouncil create, CouncilRepository councils) {
    if (councils.isEmpty()) {
      var unused =
          PlanningByHand.value(
              create.create(
                  Command.by(Actor.system()), Role.ARCHITECT, OptionalInt.empty(), "stub"));
    }
  }

  /**
   * Lets it deliberate on how to build a story.
   *
   * @throws IllegalStateException when it has failed
   */
  Deliberation deliberate(String story) throws InterruptedException {
    Deliberation started =
        PlanningByHand.value(
            start.start(PlanningByHand.OWNER, StartDeliberation.Request.planOf(story)));
    Deliberation ended = run.run(started.id()).orElseThrow();
    if (ended.status() != Status.COMPLETED || ended.turns().size() != AGENTS * AGENTS) {
      throw new IllegalStateException("a deliberation did not take its turns: " + ended);
    }
    return ended;
  }
}
