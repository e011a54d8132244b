package io.witan.cli.api;

import java.util.List;

/** A deliberation gone through once more without a model, compared with how it was recorded. */
public record Replay(
    String deliberationId,
    boolean identical,
    int turns,
    String recordedDigest,
    String replayedDigest,
    List<String> transcript,
    List<Difference> differences) {
  public Replay {
    transcript = Lists.of(transcript);
    differences = Lists.of(differences);
  }

  /** A line that is not the same; turn 0 is the ranking. */
  public record Difference(int turn, String recorded, String replayed) {}
}
