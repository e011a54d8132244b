package io.witan.calibration.adapter;

import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Prediction;
import io.witan.calibration.port.CompletedDeliberations;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Judgement;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.port.DeliberationRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a completed deliberation as a forecast: each score that a reviewer gave the winner predicts
 * its acceptance, for the agent and for its model, and the score with which the winner won does so
 * for the council. A fork is an experiment: nobody acts on its result.
 */
@Dependent
public class ForecastsOfDeliberations implements CompletedDeliberations {
  private final DeliberationRepository deliberations;

  @Inject
  public ForecastsOfDeliberations(DeliberationRepository deliberations) {
    this.deliberations = deliberations;
  }

  @Override
  public Optional<Forecast> forecast(DeliberationId deliberation) {
    return deliberations
        .find(deliberation)
        .filter(found -> found.charter().origin().isEmpty())
        .flatMap(
            found ->
                found
                    .winner()
                    .filter(winner -> isDecidedOn(found.charter().purpose(), winner))
                    .map(winner -> forecast(found, winner)));
  }

  /** Nobody decides on a judgement of readiness, and what turned work down is never tested. */
  private static boolean isDecidedOn(Purpose purpose, Ranked winner) {
    return purpose != Purpose.READINESS
        && !(winner.proposal() instanceof VerdictProposal verdict && !verdict.approved());
  }

  private static Forecast forecast(Deliberation deliberation, Ranked winner) {
    Mode mode = mode(deliberation);
    return new Forecast(
        deliberation.id(),
        matter(deliberation),
        mode,
        deliberation.charter().subject().id(),
        tokens(deliberation),
        deliberation.ending().orElseThrow().at(),
        predictions(deliberation, winner, mode),
        Optional.empty());
  }

  private static Matter matter(Deliberation deliberation) {
    return new Matter(
        deliberation.charter().purpose().name(), deliberation.charter().agents().get(0).role());
  }

  private static Mode mode(Deliberation deliberation) {
    return deliberation.charter().agents().size() > 1
        ? Mode.valueOf(deliberation.charter().terms().mode().name())
        : Mode.SINGLE;
  }

  private static long tokens(Deliberation deliberation) {
    return deliberation.turns().stream()
        .mapToLong(turn -> (long) turn.cost().promptTokens() + turn.cost().completionTokens())
        .sum();
  }

  private static List<Prediction> predictions(Deliberation deliberation, Ranked winner, Mode mode) {
    Map<Judge, List<Double>> scores = new TreeMap<>(ForecastsOfDeliberations::byKindAndName);
    for (Judgement said : deliberation.judgements(winner.agent())) {
      judges(deliberation.charter().agent(said.judge()))
          .forEach(
              judge -> scores.computeIfAbsent(judge, first -> new ArrayList<>()).add(said.score()));
    }
    if (winner.reviewed() && mode == Mode.COUNCIL) {
      scores.put(Judge.council(matter(deliberation).role()), List.of(winner.score()));
    }
    return scores.entrySet().stream()
        .map(entry -> new Prediction(entry.getKey(), mean(entry.getValue())))
        .toList();
  }

  private static int byKindAndName(Judge one, Judge other) {
    int kinds = one.kind().compareTo(other.kind());
    return kinds == 0 ? one.name().compareTo(other.name()) : kinds;
  }

  private static List<Judge> judges(Agent agent) {
    return List.of(Judge.agent(agent.id().agent(), agent.model()), Judge.model(agent.model()));
  }

  /** A judge that speaks from several seats has one word: the mean of what it said. */
  private static double mean(List<Double> scores) {
    return scores.stream().collect(Collectors.averagingDouble(Double::doubleValue));
  }
}
