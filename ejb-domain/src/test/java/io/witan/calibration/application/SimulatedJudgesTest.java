package io.witan.calibration.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.calibration.adapter.CalibratedTrackRecord;
import io.witan.calibration.domain.Decision;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Prediction;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.PeerScore;
import io.witan.deliberation.domain.Purpose;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.LogOdds;
import io.witan.shared.Role;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Judges of known bias over many rounds: after they have met outcomes, the calibrated ranking finds
 * the true order where the plain mean of their scores misses it.
 *
 * <p>A proposal has a quality, the log odds of its acceptance. What a judge says of it is that
 * quality, bent by the bias of the judge and blurred by noise.
 */
class SimulatedJudgesTest {
  private static final Purpose PURPOSE = Purpose.PLAN;
  private static final int LEARNED = 300;
  private static final int ROUNDS = 400;
  private static final int PROPOSALS = 5;

  private final Memory memory = new Memory();
  private final SettleForecast settle =
      new SettleForecast(
          memory.transactions,
          new KeepForecast(memory.transactions, id -> Optional.empty(), memory.forecasts),
          memory.forecasts,
          memory.standings,
          Clock.fixed(Moments.NOON, ZoneOffset.UTC));
  private final Random random = new Random(20261128);
  private final List<Agent> agents = Stream.of(Bias.values()).map(Bias::agent).toList();

  /** What judges do to the truth. */
  private enum Bias {
    LENIENT(1.8, 1, 0, 0.6),
    HARSH(-1.8, 1, 0, 0.6),
    INVERTED(0, -1, 0, 0.6),
    OWN_FAMILY(0, 0.7, 2.5, 0.6),
    NOISY(0, 0, 0, 2);

    private final double lift;
    private final double sense;
    private final double kinship;
    private final double noise;

    Bias(double lift, double sense, double kinship, double noise) {
      this.lift = lift;
      this.sense = sense;
      this.kinship = kinship;
      this.noise = noise;
    }

    Agent agent() {
      return new Agent(new AgentId("judge-" + name()), PURPOSE.seats(), "m");
    }

    double says(Proposal proposal, Random random) {
      return LogOdds.score(
          lift
              + sense * proposal.quality()
              + (proposal.ofFamily() ? kinship : 0)
              + noise * random.nextGaussian());
    }
  }

  private record Proposal(double quality, boolean ofFamily) {}

  private Proposal proposal() {
    return new Proposal(1.5 * random.nextGaussian(), random.nextBoolean());
  }

  @BeforeEach
  void the_judges_meet_outcomes() {
    IntStream.range(0, LEARNED).forEach(this::round);
  }

  private void round(int number) {
    Proposal proposal = proposal();
    List<Prediction> said = new ArrayList<>();
    for (Bias bias : Bias.values()) {
      Agent agent = bias.agent();
      said.add(new Prediction(Judge.agent(agent.id(), agent.model()), bias.says(proposal, random)));
    }
    DeliberationId id = new DeliberationId("D-" + number);
    Forecast forecast =
        new Forecast(
            id,
            new Matter(PURPOSE.name(), Role.ARCHITECT),
            Mode.COUNCIL,
            "S-1",
            1000,
            Moments.MORNING,
            said,
            Optional.empty());
    boolean accepted = random.nextDouble() < LogOdds.score(proposal.quality());
    Command command = Command.by(Actor.system());
    Outcomes.value(
        memory.transactions.run(
            command,
            () -> {
              memory.forecasts.keep(forecast);
              return settle.settle(
                  command, List.of(id), accepted ? Decision.PASSED : Decision.TURNED_DOWN);
            }));
  }

  /** How rankings of the same proposals agree with the true order, over many rounds. */
  private record Agreement(double tau, double top) {}

  private Agreement agreement(
      Function<Bias, JudgeCalibration> calibrations, Function<Integer, List<Bias>> judgesOf) {
    Random same = new Random(42);
    double tau = 0;
    int top = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Proposal> proposals =
          IntStream.range(0, PROPOSALS)
              .mapToObj(each -> new Proposal(1.5 * same.nextGaussian(), same.nextBoolean()))
              .toList();
      List<Double> scores = new ArrayList<>();
      for (int place = 0; place < PROPOSALS; place++) {
        Proposal proposal = proposals.get(place);
        scores.add(
            PeerScore.together(
                judgesOf.apply(place).stream()
                    .map(bias -> new PeerScore(bias.says(proposal, same), calibrations.apply(bias)))
                    .toList()));
      }
      tau += tau(proposals, scores);
      top += best(proposals.stream().map(Proposal::quality).toList()) == best(scores) ? 1 : 0;
    }
    return new Agreement(tau / ROUNDS, (double) top / ROUNDS);
  }

  /** Kendall's tau: pairs in the true order less those that are not, of all. */
  private static double tau(List<Proposal> proposals, List<Double> scores) {
    double agreed = 0;
    int pairs = 0;
    for (int one = 0; one < proposals.size(); one++) {
      for (int other = 0; other < one; other++) {
        agreed +=
            Math.signum(
                (proposals.get(one).quality() - proposals.get(other).quality())
                    * (scores.get(one) - scores.get(other)));
        pairs++;
      }
    }
    return agreed / pairs;
  }

  private static int best(List<Double> values) {
    return IntStream.range(0, values.size())
        .reduce(0, (one, other) -> values.get(other) > values.get(one) ? other : one);
  }

  private JudgeCalibration learned(Bias bias) {
    Map<AgentId, JudgeCalibration> known =
        new CalibratedTrackRecord(memory.standings, memory.forecasts).calibrations(PURPOSE, agents);
    return known.get(bias.agent().id());
  }

  private static JudgeCalibration raw(Bias bias) {
    return JudgeCalibration.identity();
  }

  @Test
  void where_all_judge_all_the_calibrated_order_is_nearer_to_the_truth() {
    Map<Bias, JudgeCalibration> known = known();
    Function<Integer, List<Bias>> all = place -> List.of(Bias.values());

    Agreement raw = agreement(SimulatedJudgesTest::raw, all);
    Agreement calibrated = agreement(known::get, all);

    assertThat(calibrated.tau()).isGreaterThan(0.8).isGreaterThan(raw.tau() + 0.4);
    assertThat(calibrated.top()).isGreaterThan(0.8).isGreaterThan(raw.top() + 0.3);
  }

  /** In a ring everybody judges one other: the luck of who judges whom decides. */
  @Test
  void where_each_is_judged_by_one_the_luck_of_the_judge_matters_less() {
    Map<Bias, JudgeCalibration> known = known();
    Function<Integer, List<Bias>> ring = place -> List.of(Bias.values()[place]);

    Agreement raw = agreement(SimulatedJudgesTest::raw, ring);
    Agreement calibrated = agreement(known::get, ring);

    assertThat(calibrated.tau()).isGreaterThan(0.5).isGreaterThan(raw.tau() + 0.3);
    assertThat(calibrated.top()).isGreaterThan(0.5).isGreaterThan(raw.top() + 0.15);
  }

  private Map<Bias, JudgeCalibration> known() {
    Map<Bias, JudgeCalibration> known = new EnumMap<>(Bias.class);
    for (Bias bias : Bias.values()) {
      known.put(bias, learned(bias));
    }
    return known;
  }

  @Test
  void each_bias_is_found_for_what_it_is() {
    Map<Bias, JudgeCalibration> known = known();

    assertThat(known.get(Bias.LENIENT).intercept()).isLessThan(-0.8);
    assertThat(known.get(Bias.HARSH).intercept()).isGreaterThan(0.8);
    assertThat(known.get(Bias.INVERTED).slope()).isLessThan(-0.4);
    assertThat(known.get(Bias.NOISY).weight()).isLessThan(0.3);
    assertThat(known.get(Bias.OWN_FAMILY).weight())
        .isLessThan(known.get(Bias.LENIENT).weight())
        .isLessThan(known.get(Bias.INVERTED).weight());
  }
}
