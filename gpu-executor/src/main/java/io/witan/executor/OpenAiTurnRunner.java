package io.witan.executor;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.function.ContextualSupplier;
import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import io.witan.executor.chat.AnswerFormat;
import io.witan.executor.chat.ChatAnswer;
import io.witan.executor.chat.ChatRequest;
import io.witan.executor.chat.ProvenFormats;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes turns at any server with an OpenAI-compatible {@code /v1/chat/completions}: vLLM,
 * llama.cpp, Ollama, a hosted one.
 *
 * <p>A server that is busy or broken is asked again, with growing pauses and after the time that it
 * asks for; if that is long, the failure says so and the deliberation waits. No call outlives the
 * deadline of its turn.
 */
final class OpenAiTurnRunner implements TurnRunner {
  static final String NAME = "openai";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final double JITTER = 0.25;
  private static final Duration USE_BACKOFF = Duration.ofMillis(-1);

  private final OpenAiSettings settings;
  private final Clock clock;
  private final HttpClient client;

  private final ProvenFormats<URI> formats = new ProvenFormats<>();

  OpenAiTurnRunner(OpenAiSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String model() {
    return settings.model();
  }

  @Override
  public boolean callsAddresses() {
    return true;
  }

  /** Whether the server lists its models, as all of this kind do. */
  @Override
  public CompletionStage<RunnerState> look() {
    HttpRequest.Builder http = HttpRequest.newBuilder(settings.models()).timeout(CONNECT_TIMEOUT);
    settings
        .apiKey(settings.completions())
        .ifPresent(key -> http.header("Authorization", key.authorization()));
    return client
        .sendAsync(http.build(), BoundedBody.upTo(settings.maxAnswerBytes()))
        .handle(this::state);
  }

  private RunnerState state(HttpResponse<String> response, Throwable failure) {
    if (failure != null) {
      return RunnerState.away(NAME, model(), HttpFailures.of(failure).getMessage());
    }
    return response.statusCode() == 200
        ? RunnerState.up(NAME, model())
        : RunnerState.away(
            NAME, model(), HttpFailures.of(response, settings, clock.instant()).getMessage());
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    Duration left = left(request);
    if (left.isZero()) {
      return CompletableFuture.failedFuture(new TurnTimedOut("the deadline was over before"));
    }
    ContextualSupplier<TurnResult, CompletionStage<TurnResult>> call =
        attempt -> call(request, formats.first(address(request)));
    return Failsafe.with(retries(left)).getStageAsync(call);
  }

  private URI address(TurnRequest request) {
    return request
        .agent()
        .manner()
        .endpoint()
        .map(endpoint -> OpenAiSettings.completions(endpoint.value()))
        .orElseGet(settings::completions);
  }

  private Duration left(TurnRequest request) {
    Duration left = Duration.between(clock.instant(), request.deadline());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private RetryPolicy<TurnResult> retries(Duration left) {
    RetryPolicyBuilder<TurnResult> policy =
        RetryPolicy.<TurnResult>builder()
            .handle(RunnerUnavailable.class)
            .abortIf((result, failure) -> asked(failure).compareTo(settings.longestPause()) > 0)
            .withBackoff(settings.firstPause(), settings.longestPause())
            .withJitter(JITTER)
            .withMaxRetries(0);
    if (left.compareTo(settings.firstPause()) > 0) {
      policy.withMaxRetries(settings.retries()).withMaxDuration(left);
    }
    return policy
        .withDelayFn(
            attempt -> {
              Duration asked = asked(attempt.getLastException());
              return asked.isZero() ? USE_BACKOFF : asked;
            })
        .build();
  }

  /** How long the server wants to be left alone; zero when it did not say. */
  private static Duration asked(Throwable failure) {
    return failure instanceof RunnerUnavailable busy
        ? busy.retryAfter().orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private CompletableFuture<TurnResult> call(TurnRequest request, AnswerFormat tried) {
    return send(request, tried)
        .handle(OpenAiTurnRunner::responseOrFailure)
        .thenCompose(response -> accept(request, tried, response));
  }

  private static HttpResponse<String> responseOrFailure(
      HttpResponse<String> response, Throwable failure) {
    if (failure != null) {
      throw HttpFailures.of(failure);
    }
    return response;
  }

  private CompletableFuture<TurnResult> accept(
      TurnRequest request, AnswerFormat tried, HttpResponse<String> response) {
    Optional<AnswerFormat> weaker = formats.afterRefusal(address(request), tried);
    if (response.statusCode() == 400 && weaker.isPresent()) {
      return call(request, weaker.get());
    }
    if (response.statusCode() != 200) {
      throw HttpFailures.of(response, settings, clock.instant());
    }
    formats.proven(address(request), tried);
    return CompletableFuture.completedFuture(read(request, response));
  }

  private static TurnResult read(TurnRequest request, HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/json")) {
      throw new BadAnswer("the server answered with \"%s\" instead of JSON".formatted(type));
    }
    return ChatAnswer.read(response.body(), request.agent().model());
  }

  private CompletableFuture<HttpResponse<String>> send(TurnRequest request, AnswerFormat tried) {
    Duration left = left(request);
    Duration time = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(http(request, tried), BoundedBody.upTo(settings.maxAnswerBytes()));
    // The time-out of the request itself ends when the headers are there; this one does not.
    return exchange
        .copy()
        .orTimeout(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)
        .whenComplete(
            (response, failure) -> {
              if (failure instanceof TimeoutException) {
                exchange.cancel(true);
              }
            });
  }

  private HttpRequest http(TurnRequest request, AnswerFormat tried) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(address(request))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Idempotency-Key", request.key().toString())
            .POST(BodyPublishers.ofString(ChatRequest.body(request, tried).toString()));
    settings
        .apiKey(address(request))
        .ifPresent(key -> http.header("Authorization", key.authorization()));
    request.trace().ifPresent(place -> http.header("traceparent", place.header()));
    return http.build();
  }
}
