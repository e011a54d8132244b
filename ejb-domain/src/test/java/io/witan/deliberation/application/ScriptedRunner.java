package io.witan.deliberation.application;

import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A runner that answers well, unless the script says otherwise, and remembers what it was asked.
 */
public final class ScriptedRunner implements TurnRunner {
  private final List<TurnRequest> asked = new CopyOnWriteArrayList<>();
  private volatile Function<TurnRequest, CompletionStage<TurnResult>> script = this::well;

  void follow(Function<TurnRequest, CompletionStage<TurnResult>> next) {
    script = next;
  }

  List<TurnRequest> asked() {
    return asked;
  }

  List<Integer> askedPlaces() {
    return asked.stream().map(request -> request.key().sequence()).toList();
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String model() {
    return "model-x";
  }

  @Override
  public boolean callsAddresses() {
    return false;
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    asked.add(request);
    return script.apply(request);
  }

  CompletionStage<TurnResult> well(TurnRequest request) {
    return answer(request, text(request));
  }

  CompletionStage<TurnResult> answer(TurnRequest request, String text) {
    TurnResult result = new TurnResult(text, 100, 20, "model-x-1");
    return CompletableFuture.supplyAsync(() -> result);
  }

  static CompletionStage<TurnResult> never() {
    return new CompletableFuture<>();
  }

  static CompletionStage<TurnResult> failing(RuntimeException failure) {
    return CompletableFuture.failedFuture(failure);
  }

  private static String text(TurnRequest request) {
    if (request.facts().kind() == TurnKind.CRITIQUE) {
      return "{\"critique\": \"too large\", \"score\": 0.%d}".formatted(request.key().sequence());
    }
    if (request.facts().kind() == TurnKind.BALLOT) {
      return request.facts().options().stream()
          .map(
              option ->
                  "{\"proposal\": \"%s\", \"reason\": \"so\", \"score\": 0.5}"
                      .formatted(option.label()))
          .collect(Collectors.joining(", ", "{\"marks\": [", "]}"));
    }
    return """
        {"title": "%s of %s", "description": "How", "acceptance_criteria": ["It works"],
         "technical_notes": "", "tasks": [{"title": "Build", "description": "", "type": "feature",
         "role": "developer", "estimated_hours": 1, "priority": 1, "depends_on": []}]}"""
        .formatted(request.facts().kind(), request.agent().id());
  }
}
