package io.witan.deliberation.application;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Contribution;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The turns of one phase: sent side by side, recorded by the thread that runs it as they come.
 *
 * <p>An answer that is late or not as asked for is asked for once more; a runner that cannot be
 * reached is waited for until patience ends, and with it the deliberation; one that the runner lost
 * is sent again a few times; a refused request is not repeated. What a turn may cost at most is set
 * aside before it is sent. When that is no longer there, or when the deadline comes, the
 * deliberation ends with what it has.
 */
final class PhaseRun {
  /** How long after its deadline a runner may still say that it was late. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** A transaction costs more than this wait, and agents asked together often answer together. */
  private static final Duration GATHERING = Duration.ofMillis(2);

  private final Phases phases;
  private final DeliberationPolicy policy;
  private final Terms terms;
  private final Purse purse;
  private final List<OpenTurn> open;
  private final List<CompletableFuture<TurnResult>> underWay = new ArrayList<>();
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final List<TurnRecorder.Taken> finished = new ArrayList<>();
  private Deliberation current;
  private Optional<RunnerWaits.Wait> told = Optional.empty();
  private Optional<Cut> cut = Optional.empty();

  /** Turns are due, and what others have set aside is needed for them. */
  private boolean waitsForMoney;

  /** What came back from the runner: an answer or a failure. */
  private record Arrival(OpenTurn turn, TurnResult answer, Throwable failure) {}

  PhaseRun(Deliberation deliberation, List<OpenTurn> turns, Phases phases) {
    this.current = deliberation;
    this.open = new ArrayList<>(turns);
    this.phases = phases;
    this.policy = phases.policy();
    this.terms = deliberation.charter().terms();
    this.purse = new Purse(terms.budget().minus(deliberation.spent()));
  }

  Deliberation run() throws InterruptedException {
    try {
      while (current.isOpen() && !open.isEmpty() && !isCut()) {
        sendDue();
        recordFinished();
        if (!open.isEmpty() && (isAnyUnderWay() || cut.isEmpty())) {
          await();
        }
      }
      return isCut() ? phases.recorder().cut(current, cut.orElseThrow()) : current;
    } finally {
      underWay.forEach(turn -> turn.cancel(true));
    }
  }

  /** Turns that were sent before the budget ended are still waited for, up to the deadline. */
  private boolean isCut() {
    return current.isOpen() && (isLate() || cut.filter(reason -> !isAnyUnderWay()).isPresent());
  }

  private boolean isLate() {
    boolean late = terms.deadline().filter(end -> !now().isBefore(end)).isPresent();
    if (late) {
      cut = cut.or(() -> Optional.of(new Cut(Cut.Kind.DEADLINE, "the deadline has passed")));
    }
    return late;
  }

  private boolean isAnyUnderWay() {
    return open.stream().anyMatch(OpenTurn::isUnderWay);
  }

  private void sendDue() {
    waitsForMoney = false;
    Instant now = now();
    for (OpenTurn turn : List.copyOf(open)) {
      if (turn.isDue(now) && cut.isEmpty()) {
        sendIfPaidFor(turn, now);
      }
    }
  }

  private void sendIfPaidFor(OpenTurn turn, Instant now) {
    Budget worst = turn.worst(phases.prices());
    if (worst.tokens() > terms.turnTokens()) {
      finish(
          turn,
          new Turn.Failed(
              "the turn may take %d tokens, %d at most are allowed"
                  .formatted(worst.tokens(), terms.turnTokens())));
    } else if (purse.setAside(turn, worst)) {
      send(turn, now);
    } else if (isAnyUnderWay()) {
      waitsForMoney = true;
    } else {
      cut =
          Optional.of(
              new Cut(
                  Cut.Kind.BUDGET,
                  "of %s, %s are left, and turn %d may take %s"
                      .formatted(
                          terms.budget().readable(),
                          purse.left().readable(),
                          turn.slot().sequence(),
                          worst.readable())));
    }
  }

  private void send(OpenTurn turn, Instant now) {
    Duration timeout = policy.timeoutOf(turn.facts().agent());
    CompletableFuture<TurnResult> answer = ask(turn.attempt(now, timeout));
    underWay.add(answer);
    underWay.add(
        answer
            .copy()
            .orTimeout(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((result, failure) -> arrivals.add(new Arrival(turn, result, failure))));
  }

  private CompletableFuture<TurnResult> ask(TurnRequest request) {
    try {
      return phases.runner().run(request).toCompletableFuture();
    } catch (TurnFailure refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private void await() throws InterruptedException {
    Arrival arrival = arrivals.poll(untilNextDue().toMillis() + 1, TimeUnit.MILLISECONDS);
    if (arrival != null) {
      accept(arrival);
      acceptWhatElseComes();
    } else {
      current = phases.deliberations().find(current.id()).orElseThrow();
    }
  }

  /** What comes at about the same time is recorded together with it, in one transaction. */
  private void acceptWhatElseComes() throws InterruptedException {
    try {
      Arrival next = nextAtOnce();
      while (next != null) {
        accept(next);
        next = nextAtOnce();
      }
    } finally {
      recordFinished();
    }
  }

  private Arrival nextAtOnce() throws InterruptedException {
    return open.isEmpty() ? null : arrivals.poll(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void recordFinished() {
    if (!finished.isEmpty()) {
      current = phases.recorder().record(current, List.copyOf(finished));
      finished.clear();
    }
  }

  private Duration untilNextDue() {
    Instant now = now();
    Instant look = now.plus(policy.watchInterval());
    Stream<Instant> due =
        waitsForMoney ? Stream.of() : open.stream().flatMap(turn -> turn.due().stream());
    Instant next =
        Stream.concat(due, terms.deadline().stream())
            .filter(moment -> moment.isBefore(look))
            .min(Instant::compareTo)
            .orElse(look);
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  private void accept(Arrival arrival) {
    purse.giveBack(arrival.turn());
    if (arrival.failure() == null) {
      tellThatItGoesOn();
      Budget before = arrival.turn().spent();
      arrival.turn().paid(arrival.answer(), phases.prices());
      purse.spend(arrival.turn().spent().minus(before));
      understand(arrival.turn(), arrival.answer().text());
    } else {
      failed(arrival.turn(), cause(arrival.failure()));
    }
  }

  private void understand(OpenTurn turn, String text) {
    try {
      Contribution contribution =
          phases.answers().read(turn.facts().purpose(), turn.facts().kind(), text);
      turn.facts()
          .objection(contribution)
          .ifPresent(
              wrong -> {
                throw new BadAnswer(wrong);
              });
      finish(turn, new Turn.Said(text, contribution, checks(contribution)));
    } catch (BadAnswer unusable) {
      failed(turn, unusable);
    }
  }

  private CheckSuite checks(Contribution contribution) {
    return contribution instanceof Proposal proposal
        ? phases.checks().check(proposal, terms.constraints())
        : CheckSuite.none();
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private void failed(OpenTurn turn, Throwable failure) {
    if (failure instanceof RunnerUnavailable unavailable) {
      waitOrGiveUp(turn, unavailable);
    } else if (failure instanceof TurnRejected) {
      finish(turn, new Turn.Failed(failure.getMessage()));
    } else if (failure instanceof TurnLost) {
      sendAgainOrFinish(turn, failure);
    } else if (isWorthASecondTry(failure)) {
      tryAgainOrFinish(turn, failure);
    } else {
      finish(turn, new Turn.Failed("the runner broke: " + failure));
    }
  }

  private static boolean isWorthASecondTry(Throwable failure) {
    return failure instanceof BadAnswer
        || failure instanceof TurnTimedOut
        || failure instanceof TimeoutException;
  }

  private void sendAgainOrFinish(OpenTurn turn, Throwable lost) {
    if (!turn.sendAgainWhatWasLost(now())) {
      finish(turn, new Turn.Failed("lost too often, at last: " + lost.getMessage()));
    }
  }

  private void tryAgainOrFinish(OpenTurn turn, Throwable failure) {
    if (failure instanceof BadAnswer) {
      turn.wantAnotherAnswer();
    }
    if (!turn.takeSecondChance(now())) {
      String reason = failure instanceof TimeoutException ? "no answer came" : failure.getMessage();
      finish(turn, new Turn.Failed(reason));
    }
  }

  private void waitOrGiveUp(OpenTurn turn, RunnerUnavailable unavailable) {
    Optional<Duration> asked = unavailable.retryAfter();
    if (!turn.waitForRunner(now(), asked, policy)) {
      String reason =
          "the runner %s could not be reached for %s: %s"
              .formatted(
                  phases.runner().name(), readable(policy.patience()), unavailable.getMessage());
      recordFinished();
      current = phases.recorder().fail(current, reason);
    } else {
      tellThatItWaits(unavailable.getMessage());
    }
  }

  private void tellThatItWaits(String reason) {
    if (told.filter(wait -> wait.reason().equals(reason)).isEmpty()) {
      Instant since = told.map(RunnerWaits.Wait::since).orElseGet(this::now);
      told = Optional.of(new RunnerWaits.Wait(reason, since));
      phases.recorder().waits(current, told.get());
    }
  }

  private void tellThatItGoesOn() {
    if (told.isPresent()) {
      told = Optional.empty();
      phases.recorder().goesOn(current);
    }
  }

  private static String readable(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private void finish(OpenTurn turn, Turn.Result result) {
    open.remove(turn);
    finished.add(new TurnRecorder.Taken(turn.taken(result, now()), turn.request()));
  }

  private Instant now() {
    return phases.clock().instant();
  }
}
