package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.port.AnswerReader;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.PromptBook;
import io.witan.deliberation.port.ProposalChecks;
import io.witan.deliberation.port.TurnAttempts;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prepares the turns of a phase that are missing, and lets them run. */
@Dependent
public class Phases {
  private final DeliberationRepository deliberations;
  private final TurnRecorder recorder;
  private final TurnAttempts attempts;
  private final TurnRunner runner;
  private final PromptBook prompts;
  private final AnswerReader answers;
  private final ProposalChecks checks;
  private final Prices prices;
  private final DeliberationPolicy policy;
  private final Clock clock;

  @Inject
  public Phases(
      DeliberationRepository deliberations,
      TurnRecorder recorder,
      TurnAttempts attempts,
      TurnRunner runner,
      PromptBook prompts,
      AnswerReader answers,
      ProposalChecks checks,
      Prices prices,
      DeliberationPolicy policy,
      Clock clock) {
    this.deliberations = deliberations;
    this.recorder = recorder;
    this.attempts = attempts;
    this.runner = runner;
    this.prompts = prompts;
    this.answers = answers;
    this.checks = checks;
    this.prices = prices;
    this.policy = policy;
    this.clock = clock;
  }

  /** Takes the turns of a phase that is new; answers how the deliberation stands then. */
  Deliberation take(Deliberation deliberation, List<TurnSlot> slots) throws InterruptedException {
    return take(deliberation, slots, Map.of());
  }

  /** Takes the turns that an earlier driver left open. */
  Deliberation takeAgain(Deliberation deliberation, List<TurnSlot> slots)
      throws InterruptedException {
    Set<Integer> sequences = slots.stream().map(TurnSlot::sequence).collect(Collectors.toSet());
    return take(deliberation, slots, attempts.beginAgain(deliberation.id(), sequences));
  }

  private Deliberation take(
      Deliberation deliberation, List<TurnSlot> slots, Map<Integer, Integer> lost)
      throws InterruptedException {
    List<OpenTurn> turns =
        slots.stream()
            .map(slot -> open(deliberation, slot, lost.getOrDefault(slot.sequence(), 0)))
            .toList();
    return new PhaseRun(deliberation, turns, this).run();
  }

  private OpenTurn open(Deliberation deliberation, TurnSlot slot, int lost) {
    return OpenTurn.of(deliberation, slot, lost, prompts, clock.instant());
  }

  DeliberationRepository deliberations() {
    return deliberations;
  }

  TurnRecorder recorder() {
    return recorder;
  }

  TurnRunner runner() {
    return runner;
  }

  AnswerReader answers() {
    return answers;
  }

  ProposalChecks checks() {
    return checks;
  }

  Prices prices() {
    return prices;
  }

  DeliberationPolicy policy() {
    return policy;
  }

  Clock clock() {
    return clock;
  }
}
