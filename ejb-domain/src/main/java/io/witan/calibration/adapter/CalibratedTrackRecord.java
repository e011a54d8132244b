package io.witan.calibration.adapter;

import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.port.TrackRecord;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells deliberations how their judges stand, and which mode has shown to be worth its tokens. */
@Dependent
public class CalibratedTrackRecord implements TrackRecord {
  private final Standings standings;
  private final Forecasts forecasts;

  @Inject
  public CalibratedTrackRecord(Standings standings, Forecasts forecasts) {
    this.standings = standings;
    this.forecasts = forecasts;
  }

  @Override
  public Map<AgentId, JudgeCalibration> calibrations(Purpose purpose, List<Agent> agents) {
    List<Judge> judges = agents.stream().flatMap(CalibratedTrackRecord::judges).distinct().toList();
    Map<Judge, Standing> known =
        standings.of(purpose.name(), judges).stream()
            .filter(Standing::isKnown)
            .collect(Collectors.toMap(Standing::judge, Function.identity()));
    Map<AgentId, JudgeCalibration> calibrations = new LinkedHashMap<>();
    agents.forEach(
        agent ->
            calibration(agent, known)
                .ifPresent(calibration -> calibrations.put(agent.id(), calibration)));
    return calibrations;
  }

  /** Who to ask about the agent, first itself. */
  private static Stream<Judge> judges(Agent agent) {
    return Stream.of(Judge.agent(agent.id().agent(), agent.model()), Judge.model(agent.model()));
  }

  private static Optional<JudgeCalibration> calibration(Agent agent, Map<Judge, Standing> known) {
    return judges(agent)
        .filter(known::containsKey)
        .map(known::get)
        .findFirst()
        .map(
            standing ->
                new JudgeCalibration(
                    standing.recalibration().intercept(),
                    standing.recalibration().slope(),
                    standing.skill().weight()));
  }

  /** A council must beat the vote; where it does not, it gives way to it. */
  @Override
  public Optional<Mode> favoured(Purpose purpose, Role role) {
    return switch (forecasts.dominance(new Matter(purpose.name(), role)).verdict()) {
      case COUNCIL_BETTER -> Optional.of(Mode.COUNCIL);
      case VOTE_BETTER, NO_DIFFERENCE -> Optional.of(Mode.VOTE);
      case NOT_ENOUGH_KNOWN -> Optional.empty();
    };
  }
}
