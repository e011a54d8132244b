package io.witan.executor.ray;

import io.witan.deliberation.port.RunnerState.Load;
import io.witan.json.JsonText;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;

/** Reads how full a cluster says that it is; what it does not say is 0. */
final class RayLoad {
  private final JsonObject stats;

  private RayLoad(JsonObject stats) {
    this.stats = stats;
  }

  /**
   * Reads the body of an answer.
   *
   * @throws jakarta.json.JsonException when it is no JSON object
   */
  static Load read(String text) {
    RayLoad told = new RayLoad(JsonText.object(text));
    return new Load(
        (int) told.number("slots"),
        (int) told.number("queue"),
        (int) told.number("running_groups"),
        (int) told.number("running"),
        (int) told.number("waiting"),
        (long) told.number("submitted"),
        (long) told.number("completed"),
        (long) told.number("failed"),
        (long) told.number("joined"),
        (long) told.number("refused"),
        (long) told.number("lost"),
        (int) told.number("workers"),
        told.number("gpus"),
        told.number("mean_seconds"));
  }

  private double number(String name) {
    return stats.get(name) instanceof JsonNumber number ? number.doubleValue() : 0;
  }
}
