package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two judges with outcomes, and one matter in which a council was tried beside a vote. */
final class FakeCalibration {
  private FakeCalibration() {}

  static JsonNode get(String[] part, Map<String, String> query) {
    return part.length == 1
        ? judges(query.getOrDefault("kind", ""))
        : FakeWitan.items(List.of(matter()));
  }

  private static ObjectNode judges(String kind) {
    return FakeWitan.items(
        Stream.of(
                judge("agent", "agent-qa-001 with some-model", -1.25),
                judge("model", "some-model", 0.5))
            .filter(judge -> kind.isEmpty() || judge.path("kind").asText().equals(kind))
            .toList());
  }

  private static ObjectNode judge(String kind, String name, double intercept) {
    ObjectNode judge =
        FakeNodes.node()
            .put("purpose", "JUDGE_TESTS")
            .put("kind", kind)
            .put("name", name)
            .put("samples", 40)
            .put("mean_score", 0.85)
            .put("intercept", intercept)
            .put("slope", -0.5)
            .put("skill", 0.2)
            .put("weight", 1.75)
            .put("known", true);
    judge.set("acceptance", estimate(0.5, 0.352, 0.648));
    judge.set("brier", estimate(0.31, 0.22, 0.4));
    judge.set("log_loss", estimate(0.9, 0.7, 1.1));
    return judge;
  }

  private static ObjectNode matter() {
    ObjectNode matter =
        FakeNodes.node()
            .put("purpose", "PLAN")
            .put("role", "architect")
            .put("verdict", "no_difference");
    matter.putArray("modes").add(mode("council", 25)).add(mode("vote", 30)).add(mode("single", 0));
    matter.set("council_over_vote", estimate(-0.1, -0.32, 0.13));
    matter.set("council_over_single", estimate(0.8, -0.2, 0.9));
    return matter;
  }

  private static ObjectNode mode(String name, int outcomes) {
    ObjectNode mode =
        FakeNodes.node()
            .put("mode", name)
            .put("outcomes", outcomes)
            .put("mean_tokens", 12345)
            .put("accepted_per_hundred_thousand_tokens", 6.48);
    mode.set("acceptance", estimate(0.8, 0.61, 0.91));
    return mode;
  }

  private static ObjectNode estimate(double value, double low, double high) {
    return FakeNodes.node().put("value", value).put("low", low).put("high", high);
  }
}
