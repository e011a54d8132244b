package io.witan.nats.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what became of deliveries. */
final class RecordingSettlement implements Settlement {

  final List<String> outcomes = new ArrayList<>();

  @Override
  public void done(Delivery delivery) {
    outcomes.add("done");
  }

  @Override
  public void again(Delivery delivery, Duration wait) {
    outcomes.add("again in " + wait.toMillis());
  }

  @Override
  public void giveUp(Delivery delivery) {
    outcomes.add("given up");
  }

  @Override
  public void stop(Delivery delivery, Throwable reason) {
    outcomes.add("stopped by " + reason.getMessage());
  }
}
