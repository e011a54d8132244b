package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.port.CouncilPolicy;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.TermsPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into the patience and the rules of deliberations. */
@ApplicationScoped
public class DeliberationSettings {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration WATCH_INTERVAL = Duration.ofSeconds(2);
  private static final int MICROS = 6;

  @Produces
  public DeliberationPolicy policy(
      @ConfigProperty(name = "witan.deliberation.patience") Duration patience,
      @ConfigProperty(name = "witan.deliberation.turn-timeout") Duration turnTimeout,
      @ConfigProperty(name = "witan.deliberation.outside-timeout") Duration outsideTimeout,
      @ConfigProperty(name = "witan.deliberation.pack-tokens") int packTokens) {
    return new DeliberationPolicy(
        patience,
        turnTimeout,
        outsideTimeout,
        FIRST_PAUSE,
        LONGEST_PAUSE,
        WATCH_INTERVAL,
        packTokens);
  }

  /** For budgets and the deadline, 0 means none. */
  @Produces
  public TermsPolicy rules(
      @ConfigProperty(name = "witan.deliberation.mode") String mode,
      @ConfigProperty(name = "witan.deliberation.rounds") int rounds,
      @ConfigProperty(name = "witan.deliberation.judged") boolean judged,
      @ConfigProperty(name = "witan.deliberation.consensus") double consensus,
      @ConfigProperty(name = "witan.deliberation.deadline") Duration deadline,
      @ConfigProperty(name = "witan.deliberation.budget.turn-tokens") long turnTokens,
      @ConfigProperty(name = "witan.deliberation.budget.tokens") long tokens,
      @ConfigProperty(name = "witan.deliberation.budget.cost") BigDecimal cost,
      @ConfigProperty(name = "witan.deliberation.budget.story-tokens") long storyTokens,
      @ConfigProperty(name = "witan.deliberation.budget.story-cost") BigDecimal storyCost,
      @ConfigProperty(name = "witan.checks.allowed-paths") Optional<String> allowedPaths,
      @ConfigProperty(name = "witan.checks.forbidden") Optional<String> forbidden) {
    return new TermsPolicy(
        ModeChoice.parse("witan.deliberation.mode", mode).named(),
        rounds,
        judged,
        Optional.of(consensus).filter(share -> share > 0),
        Optional.of(deadline).filter(time -> !time.isZero()),
        unlessNone(turnTokens),
        new Budget(unlessNone(tokens), micros(cost)),
        new Budget(unlessNone(storyTokens), micros(storyCost)),
        new Constraints(
            ListSetting.of(allowedPaths).stream().map(PathPattern::new).toList(),
            List.of(),
            ListSetting.of(forbidden),
            List.of()));
  }

  private static long micros(BigDecimal cost) {
    return unlessNone(cost.movePointRight(MICROS).longValue());
  }

  private static long unlessNone(long most) {
    return most == 0 ? Long.MAX_VALUE : most;
  }

  /** How councils are set up where nothing is said. */
  @Produces
  public CouncilPolicy councils(@ConfigProperty(name = "witan.deliberation.agents") int agents) {
    return new CouncilPolicy(agents);
  }
}
