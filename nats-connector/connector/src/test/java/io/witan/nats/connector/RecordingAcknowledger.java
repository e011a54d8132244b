package io.witan.nats.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what the server would hear. */
final class RecordingAcknowledger implements Acknowledger {

  final List<String> answers = new ArrayList<>();

  @Override
  public void done(Delivery delivery) {
    answers.add(delivery.sequence() + " done");
  }

  @Override
  public void again(Delivery delivery, Duration wait) {
    answers.add(delivery.sequence() + " again");
  }

  @Override
  public void terminated(Delivery delivery) {
    answers.add(delivery.sequence() + " terminated");
  }

  @Override
  public void inProgress(Delivery delivery) {
    answers.add(delivery.sequence() + " in progress");
  }
}
