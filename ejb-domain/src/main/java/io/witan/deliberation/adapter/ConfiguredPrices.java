package io.witan.deliberation.adapter;

import io.witan.deliberation.port.Prices;
import io.witan.shared.InvalidValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prices from the configuration: {@code model=question/answer} for a million tokens each, for
 * example {@code gpt-4o=2.5/10}; {@code *} stands for all models that are not named.
 */
@ApplicationScoped
public class ConfiguredPrices implements Prices {
  private static final String SETTING = "witan.deliberation.prices";
  private static final String ANY = "*";

  private final Map<String, Price> prices;

  /** In currency units for a million tokens, which are millionths of it for one token. */
  private record Price(BigDecimal question, BigDecimal answer) {
    private static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

    long micros(int questionTokens, int answerTokens) {
      return question
          .multiply(BigDecimal.valueOf(questionTokens))
          .add(answer.multiply(BigDecimal.valueOf(answerTokens)))
          .longValue();
    }
  }

  protected ConfiguredPrices() {
    this(Optional.empty());
  }

  @Inject
  public ConfiguredPrices(@ConfigProperty(name = SETTING) Optional<String> entries) {
    prices = new HashMap<>();
    ListSetting.of(entries).forEach(this::add);
  }

  private void add(String entry) {
    int mark = entry.lastIndexOf('=');
    String[] both = entry.substring(mark + 1).split("/", -1);
    if (mark < 1 || both.length != 2) {
      throw malformed(entry);
    }
    try {
      Price price = new Price(new BigDecimal(both[0].strip()), new BigDecimal(both[1].strip()));
      if (price.question().signum() < 0 || price.answer().signum() < 0) {
        throw malformed(entry);
      }
      prices.put(entry.substring(0, mark).strip(), price);
    } catch (NumberFormatException notNumbers) {
      InvalidValue invalid = malformed(entry);
      invalid.addSuppressed(notNumbers);
      throw invalid;
    }
  }

  private static InvalidValue malformed(String entry) {
    return new InvalidValue(
        SETTING, entry, "model=question/answer for a million tokens each, such as gpt-4o=2.5/10");
  }

  @Override
  public long micros(String model, int promptTokens, int completionTokens) {
    return prices
        .getOrDefault(model, prices.getOrDefault(ANY, Price.FREE))
        .micros(promptTokens, completionTokens);
  }
}
