package io.witan.deliberation.adapter;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CompletionStage;

/** Puts agents from outside beside the configured runner, which takes the turns of all others. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class OutsideTurnsBeside implements TurnRunner {
  private final TurnRunner configured;
  private final OutsideTurnRunner outside;

  @Inject
  public OutsideTurnsBeside(@Delegate @Any TurnRunner configured, OutsideTurnRunner outside) {
    this.configured = configured;
    this.outside = outside;
  }

  @Override
  public String name() {
    return configured.name();
  }

  @Override
  public String model() {
    return configured.model();
  }

  @Override
  public boolean callsAddresses() {
    return configured.callsAddresses();
  }

  @Override
  public CompletionStage<RunnerState> look() {
    return configured.look();
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    return request.agent().isOutside() ? outside.run(request) : configured.run(request);
  }
}
