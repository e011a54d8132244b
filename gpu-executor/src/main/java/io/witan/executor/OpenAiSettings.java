package io.witan.executor;

import io.witan.executor.chat.Limits;
import io.witan.executor.chat.Quotes;
import io.witan.executor.chat.Secret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the model is and how it is called. The key of the API appears in no text of this class. */
@Dependent
public class OpenAiSettings {
  private static final String PATH = "/chat/completions";
  private static final String MODELS = "/models";

  private final String url;
  private final String model;
  private final Optional<Secret> apiKey;
  private final Duration timeout;
  private final int maxAnswerBytes;
  private final int retries;
  private final Duration firstPause;
  private final Duration longestPause;

  @Inject
  public OpenAiSettings(
      @ConfigProperty(name = "witan.openai.url") String url,
      @ConfigProperty(name = "witan.openai.model") String model,
      @ConfigProperty(name = "witan.openai.api-key") Optional<String> apiKey,
      @ConfigProperty(name = "witan.openai.timeout") Duration timeout,
      @ConfigProperty(name = "witan.openai.max-answer-bytes") int maxAnswerBytes,
      @ConfigProperty(name = "witan.openai.retries") int retries,
      @ConfigProperty(name = "witan.openai.pause-first") Duration firstPause,
      @ConfigProperty(name = "witan.openai.pause-most") Duration longestPause) {
    Limits.notNegative("witan.openai.timeout", timeout);
    Limits.atLeast("witan.openai.max-answer-bytes", maxAnswerBytes, 1);
    Limits.atLeast("witan.openai.retries", retries, 0);
    Limits.pauses("witan.openai.pause-first", firstPause, "witan.openai.pause-most", longestPause);
    this.url = url;
    this.model = model;
    this.apiKey = apiKey.filter(key -> !key.isBlank()).map(Secret::new);
    this.timeout = timeout;
    this.maxAnswerBytes = maxAnswerBytes;
    this.retries = retries;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /** The address of chat completions for agents that name no server of their own. */
  URI completions() {
    return completions(url);
  }

  /** Where the configured server lists its models. */
  URI models() {
    return below(url, MODELS);
  }

  /** The address of chat completions at a server, whether or not its own ends with {@code /v1}. */
  static URI completions(String server) {
    return below(server, PATH);
  }

  private static URI below(String server, String path) {
    String base = server.replaceAll("/+$", "");
    return URI.create(base.endsWith("/v1") ? base + path : base + "/v1" + path);
  }

  String model() {
    return model;
  }

  /** The key for an address: that of the configured server is told to no other. */
  Optional<Secret> apiKey(URI address) {
    return address.equals(completions()) ? apiKey : Optional.empty();
  }

  /** How long one call may take. */
  Duration timeout() {
    return timeout;
  }

  /** How long an answer may be, with all that the server says around it. */
  int maxAnswerBytes() {
    return maxAnswerBytes;
  }

  /** How often a call is repeated while the server cannot be reached or is busy. */
  int retries() {
    return retries;
  }

  Duration firstPause() {
    return firstPause;
  }

  Duration longestPause() {
    return longestPause;
  }

  /** A text of the server without the key, should it repeat it, and not too long. */
  String quotable(String text) {
    return Quotes.line(apiKey.map(key -> key.hideIn(text)).orElse(text));
  }
}
