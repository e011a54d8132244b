package io.witan.web.deliberation;

import io.witan.deliberation.application.ReplayDeliberation.Replay;
import io.witan.deliberation.application.ReplayDeliberation.Step;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Turn;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deliberation gone through once more without a model, and how it was recorded.
 *
 * @param identical whether both transcripts are the same, byte for byte
 * @param turns how many were replayed
 * @param recordedDigest SHA-256 (hex) of the recorded transcript
 * @param replayedDigest the same of the replayed one
 * @param transcript as replayed: one line of canonical JSON for each turn, and one for the ranking
 * @param differences what is not the same; empty when identical
 */
public record ReplayWire(
    String deliberationId,
    boolean identical,
    int turns,
    String recordedDigest,
    String replayedDigest,
    List<String> transcript,
    List<DifferenceWire> differences) {

  /**
   * A line that is not the same.
   *
   * @param turn the number of the turn; 0 for the ranking
   */
  public record DifferenceWire(int turn, String recorded, String replayed) {}

  static ReplayWire from(Replay replay) {
    List<String> recorded =
        lines(replay.steps().stream().map(step -> turn(step.turn(), step.recordedRequest())));
    replay.unreached().forEach(slot -> recorded.add(unreached(slot.sequence())));
    recorded.add(ranking(replay.recorded().ranking()));
    List<String> replayed =
        lines(replay.steps().stream().map(step -> turn(step.turn(), step.request())));
    replayed.add(ranking(replay.ranking()));
    String before = digest(recorded);
    String now = digest(replayed);
    return new ReplayWire(
        replay.recorded().id().value(),
        before.equals(now),
        replay.steps().size(),
        before,
        now,
        replayed,
        differences(replay));
  }

  private static List<String> lines(Stream<String> lines) {
    return lines.collect(Collectors.toCollection(ArrayList::new));
  }

  private static String digest(List<String> lines) {
    return CanonicalJson.sha256(String.join("\n", lines) + "\n");
  }

  private static String turn(Turn turn, String request) {
    return CanonicalJson.of(
        Fields.of(
            "turn", turn.slot().sequence(),
            "kind", turn.slot().kind().name(),
            "agent", turn.slot().agent().value(),
            "about", turn.slot().about().map(AgentId::value),
            "request", request,
            "answer", turn.said().map(Turn.Said::text),
            "error", turn.failure()));
  }

  private static String unreached(int turn) {
    return CanonicalJson.of(Fields.of("turn", turn, "error", "not wanted in the replay"));
  }

  private static String ranking(List<Ranked> ranking) {
    List<Map<String, Object>> places =
        ranking.stream()
            .map(
                place ->
                    Fields.of(
                        "rank", place.rank(),
                        "agent", place.agent().value(),
                        "turn", place.turn(),
                        "score", place.score()))
            .toList();
    return CanonicalJson.of(Map.of("ranking", places));
  }

  private static List<DifferenceWire> differences(Replay replay) {
    List<DifferenceWire> differences = new ArrayList<>();
    replay.steps().stream()
        .filter(step -> !step.isSame())
        .map(ReplayWire::difference)
        .forEach(differences::add);
    replay
        .unreached()
        .forEach(
            slot -> differences.add(new DifferenceWire(slot.sequence(), "recorded", "not wanted")));
    if (!replay.ranking().equals(replay.recorded().ranking())) {
      differences.add(
          new DifferenceWire(0, ranking(replay.recorded().ranking()), ranking(replay.ranking())));
    }
    return differences;
  }

  private static DifferenceWire difference(Step step) {
    return new DifferenceWire(
        step.turn().slot().sequence(), step.recordedRequest(), step.request());
  }
}
