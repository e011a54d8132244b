package io.witan.deliberation.port;

import java.util.concurrent.CompletionStage;

/** A runner for tests in which nobody takes a turn: it has a name, and no more than that. */
public class IdleRunner implements TurnRunner {
  /** The model of all of them. */
  public static final String MODEL = "model-x";

  private final String name;
  private final boolean callsAddresses;

  public IdleRunner(String name) {
    this(name, false);
  }

  public IdleRunner(String name, boolean callsAddresses) {
    this.name = name;
    this.callsAddresses = callsAddresses;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public boolean callsAddresses() {
    return callsAddresses;
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    throw new AssertionError("nobody takes turns here");
  }
}
