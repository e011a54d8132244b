package io.witan.deliberation.application;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.domain.Ballot;
import io.witan.deliberation.domain.Blinding;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnCost;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.PromptBook;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.shared.Sha256;
import io.witan.shared.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A turn under way: what is asked, and what was tried so far. Belongs to one thread. */
final class OpenTurn {
  /** A turn that is lost more often is not sent again. */
  private static final int MOST_LOSSES = 3;

  private final TurnKey key;
  private final TurnSlot slot;
  private final TurnFacts facts;
  private final PromptBook.Written request;
  private final long seed;
  private final Optional<TraceContext> trace;
  private final Instant begun;

  private int attempts;
  private int answer = 1;
  private int losses;
  private int lostAttempts;
  private int secondChances = 1;
  private int promptTokens;
  private int completionTokens;
  private long micros;
  private String model;
  private Instant due;
  private Instant unreachableSince;
  private Duration pause = Duration.ZERO;

  private OpenTurn(
      TurnKey key,
      TurnSlot slot,
      TurnFacts facts,
      PromptBook prompts,
      Optional<TraceContext> trace,
      int lost,
      Instant now) {
    this.key = key;
    this.slot = slot;
    this.facts = facts;
    this.seed = seed(facts);
    this.request = prompts.write(facts, seed);
    this.trace = trace;
    this.lostAttempts = lost;
    this.begun = now;
    this.due = now;
    this.model = facts.agent().model();
  }

  static OpenTurn of(
      Deliberation deliberation, TurnSlot slot, int lost, PromptBook prompts, Instant now) {
    TurnKey key = new TurnKey(deliberation.id(), slot.sequence());
    return new OpenTurn(
        key, slot, facts(deliberation, slot), prompts, trace(deliberation), lost, now);
  }

  /**
   * Below the request that started the deliberation; of a bare trace id, all turns side by side.
   */
  private static Optional<TraceContext> trace(Deliberation deliberation) {
    return TraceContext.of(deliberation.charter().traceId(), Sha256.hex(deliberation.id().value()));
  }

  private static TurnFacts facts(Deliberation deliberation, TurnSlot slot) {
    Charter charter = deliberation.charter();
    Blinding blinding = new Blinding(charter.agents());
    boolean isForeign = slot.about().isPresent();
    boolean isAboutOne = slot.kind() == TurnKind.CRITIQUE || slot.kind() == TurnKind.REVISE;
    Optional<Turn.Said> material = isAboutOne ? deliberation.material(slot) : Optional.empty();
    return new TurnFacts(
        charter.purpose(),
        slot.kind(),
        charter.agent(slot.agent()),
        charter.seat(slot.agent()),
        charter.agents().size(),
        charter.subject(),
        charter.assignment(),
        charter.pack(),
        material.map(said -> (Proposal) said.contribution()),
        material.map(said -> isForeign ? blinding.of(said.text()) : said.text()),
        slot.kind() == TurnKind.REVISE
            ? deliberation.critiqueFor(slot).map(said -> unnamed(said, blinding))
            : Optional.empty(),
        slot.kind() == TurnKind.BALLOT ? options(deliberation, slot, blinding) : List.of(),
        charter.terms());
  }

  private static Critique unnamed(Critique critique, Blinding blinding) {
    return new Critique(blinding.of(critique.text()), critique.score());
  }

  private static List<TurnFacts.Option> options(
      Deliberation deliberation, TurnSlot slot, Blinding blinding) {
    List<TurnFacts.Option> options = new ArrayList<>();
    for (Turn.Said said : deliberation.candidates(slot)) {
      options.add(
          new TurnFacts.Option(
              Ballot.label(options.size()),
              (Proposal) said.contribution(),
              blinding.of(said.text())));
    }
    return options;
  }

  /** Depends on what is asked and who is asked only, so that a repetition asks the same. */
  private static long seed(TurnFacts facts) {
    String place =
        String.join(
            "|",
            facts.purpose().name(),
            facts.subject().toString(),
            facts.kind().name(),
            facts.agent().id().value());
    return place.hashCode() & Integer.MAX_VALUE;
  }

  TurnKey key() {
    return key;
  }

  TurnSlot slot() {
    return slot;
  }

  TurnFacts facts() {
    return facts;
  }

  String request() {
    return request.canonical();
  }

  boolean isDue(Instant now) {
    return due != null && !due.isAfter(now);
  }

  Optional<Instant> due() {
    return Optional.ofNullable(due);
  }

  /** The next attempt; the turn is not due again before it has an answer. */
  TurnRequest attempt(Instant now, Duration timeout) {
    attempts++;
    due = null;
    return new TurnRequest(
        key,
        new Attempt(attempts, answer, lostAttempts),
        facts.agent(),
        request.prompt(),
        seed,
        now.plus(timeout),
        facts,
        trace);
  }

  /** Whether an attempt waits for its answer. */
  boolean isUnderWay() {
    return due == null;
  }

  /** The most that one attempt may cost: the whole question, and the longest answer. */
  Budget worst(Prices prices) {
    Prompt prompt = request.prompt();
    int question = ContextPack.estimate(prompt.system() + prompt.user() + prompt.schema());
    return new Budget(
        (long) question + prompt.maxTokens(),
        prices.micros(facts.agent().model(), question, prompt.maxTokens()));
  }

  /** What its attempts have cost so far. */
  Budget spent() {
    return new Budget((long) promptTokens + completionTokens, micros);
  }

  void paid(TurnResult result, Prices prices) {
    promptTokens += result.promptTokens();
    completionTokens += result.completionTokens();
    micros +=
        prices.micros(facts.agent().model(), result.promptTokens(), result.completionTokens());
    model = result.model();
    unreachableSince = null;
    pause = Duration.ZERO;
  }

  /** An answer came that is of no use: the next attempt is for another one. */
  void wantAnotherAnswer() {
    answer++;
  }

  /** Notes that an attempt was lost; the turn is due again, unless that was once too often. */
  boolean sendAgainWhatWasLost(Instant now) {
    lostAttempts++;
    losses++;
    if (losses > MOST_LOSSES) {
      return false;
    }
    due = now;
    return true;
  }

  /** True once: then the turn is due again. */
  boolean takeSecondChance(Instant now) {
    if (secondChances == 0) {
      return false;
    }
    secondChances--;
    due = now;
    return true;
  }

  /** Waits for a runner that cannot be reached; false when patience is at its end. */
  boolean waitForRunner(Instant now, Optional<Duration> asked, DeliberationPolicy policy) {
    unreachableSince = unreachableSince == null ? now : unreachableSince;
    pause = pause.isZero() ? policy.firstPause() : shorter(pause.multipliedBy(2), policy);
    due = now.plus(asked.filter(wish -> wish.compareTo(pause) > 0).orElse(pause));
    return !due.isAfter(unreachableSince.plus(policy.patience()));
  }

  private static Duration shorter(Duration doubled, DeliberationPolicy policy) {
    return doubled.compareTo(policy.longestPause()) < 0 ? doubled : policy.longestPause();
  }

  Turn taken(Turn.Result result, Instant now) {
    Duration duration = Duration.between(begun, now);
    TurnCost cost =
        new TurnCost(
            model, seed, promptTokens, completionTokens, micros, duration, attempts, lostAttempts);
    return new Turn(slot, request.digest(), cost, result);
  }
}
