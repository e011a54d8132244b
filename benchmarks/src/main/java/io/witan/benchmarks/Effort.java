package io.witan.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured: bounds of time and count.
 *
 * @param warmStarts starts in a home with data
 * @param rounds in which the ways of a transition take turns
 * @param round how long each way goes in a round
 * @param warmUp how long each way goes, at the most clients, before anything counts
 * @param warmUps how often it does so at most, as long as it gets faster
 * @param clients at once
 * @param relayRate transitions per second for the lag
 * @param relayTime how long at that rate
 * @param waitingEvents in the outbox when NATS comes back
 * @param manyDeliberations after which nothing more may be held in memory than before
 */
public record Effort(
    String name,
    int warmStarts,
    int rounds,
    Duration round,
    Duration warmUp,
    int warmUps,
    List<Integer> clients,
    int relayRate,
    Duration relayTime,
    int waitingEvents,
    int manyDeliberations) {
  private static final int FEW = 3;
  private static final Duration SHORT = Duration.ofSeconds(3);

  /** Enough to report: about an hour on two cores. */
  static Effort full() {
    return new Effort(
        "full",
        3,
        5,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        9,
        List.of(1, 8, 32),
        50,
        Duration.ofSeconds(30),
        5_000,
        10_240);
  }

  /** The same with fewer and shorter rounds, where many take turns. */
  public Effort forMany() {
    Duration shorter = round.compareTo(SHORT) > 0 ? SHORT : round;
    return new Effort(
        name,
        warmStarts,
        Math.min(rounds, FEW),
        shorter,
        warmUp,
        warmUps,
        clients,
        relayRate,
        relayTime,
        waitingEvents,
        manyDeliberations);
  }

  /** The same with one number of clients. */
  public Effort at(int number) {
    return new Effort(
        name,
        warmStarts,
        rounds,
        round,
        warmUp,
        warmUps,
        List.of(number),
        relayRate,
        relayTime,
        waitingEvents,
        manyDeliberations);
  }

  /** Enough to see that everything works; the figures are rough. */
  static Effort quick() {
    return new Effort(
        "quick",
        1,
        2,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        1,
        List.of(1, 8, 32),
        20,
        Duration.ofSeconds(4),
        300,
        640);
  }
}
