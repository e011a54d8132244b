package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the audit trail tells, and whether it holds. */
final class FakeAudit {
  private final FakeNodes nodes;
  private boolean brokenChain;

  FakeAudit(FakeNodes nodes) {
    this.nodes = nodes;
  }

  void breakChains() {
    brokenChain = true;
  }

  JsonNode verification(String story) {
    Map<String, ObjectNode> chains = new LinkedHashMap<>();
    nodes.trail().stream()
        .filter(entry -> entry.path("_story").asText().equals(story))
        .forEach(
            entry ->
                chains.put(
                    entry.path("kind").asText() + entry.path("id").asText(), verdict(entry)));
    ObjectNode verdict = FakeNodes.node().put("holds", !brokenChain);
    verdict.putArray("chains").addAll(chains.values());
    return verdict;
  }

  private ObjectNode verdict(JsonNode last) {
    ObjectNode verdict =
        FakeNodes.node()
            .put("kind", last.path("kind").asText())
            .put("id", last.path("id").asText())
            .put("entries", last.path("sequence").asLong())
            .put("signed", 1)
            .put("holds", !brokenChain);
    if (brokenChain) {
      verdict.putObject("broken").put("sequence", 1).put("reason", "the hash does not fit");
    }
    return verdict;
  }

  /** What happened to a story and to what came from it. */
  JsonNode ofStory(String story) {
    return FakeWitan.items(
        nodes.trail().stream()
            .filter(entry -> entry.path("_story").asText().equals(story))
            .toList());
  }

  JsonNode get(String[] part, Map<String, String> query) {
    return switch (part[1]) {
      case "heads" -> headsVerification(query.getOrDefault("after", "0"));
      case "verify" -> trailVerification(query);
      case "export" -> FakeNodes.node().put("kind", query.getOrDefault("kind", "any"));
      default -> chain(part);
    };
  }

  private JsonNode chain(String[] part) {
    List<ObjectNode> entries =
        nodes.trail().stream()
            .filter(entry -> entry.path("kind").asText().equals(part[1]))
            .filter(entry -> entry.path("id").asText().equals(part[2]))
            .toList();
    if (entries.isEmpty()) {
      throw new Refused(404, "NOT_FOUND", "there is no %s %s".formatted(part[1], part[2]));
    }
    return part.length == 3 ? FakeWitan.items(entries) : past(entries, Integer.parseInt(part[4]));
  }

  private static ObjectNode past(List<ObjectNode> entries, int number) {
    if (number > entries.size()) {
      throw new Refused(
          404,
          "NOT_FOUND",
          "there is no entry %d: the last is %d".formatted(number, entries.size()));
    }
    ObjectNode entry = entries.get(number - 1);
    ObjectNode past = entry.deepCopy();
    past.set("properties", entry.get("_after"));
    return past;
  }

  /** Two pages of signed heads; a broken chain is found on the second. */
  private JsonNode headsVerification(String after) {
    ObjectNode verdict = FakeNodes.node().put("batches", 100).put("heads", 700).put("entries", 900);
    if (after.equals("0")) {
      return verdict.put("holds", true).put("next", "100");
    }
    if (brokenChain) {
      verdict
          .putObject("broken")
          .put("batch", 117)
          .put("kind", "story")
          .put("id", "s-1")
          .put("sequence", 3)
          .put("reason", "it is gone");
    }
    return verdict.put("holds", !brokenChain);
  }

  /** Of one chain, if one is named; else the batches before it, too. */
  private JsonNode trailVerification(Map<String, String> query) {
    boolean isOne = query.containsKey("id");
    ObjectNode verdict =
        FakeNodes.node()
            .put("batches", isOne ? 0 : 200)
            .put("heads", isOne ? 0 : 1400)
            .put("chains", isOne ? 1 : 45)
            .put("entries", isOne ? 7 : 1800)
            .put("holds", !brokenChain);
    if (brokenChain && isOne) {
      verdict
          .putObject("broken")
          .put("kind", query.get("kind"))
          .put("id", query.get("id"))
          .put("sequence", 3)
          .put("reason", "the aggregate's title is \"x\", but entry 3 says \"y\"");
    } else if (brokenChain) {
      verdict.putObject("broken").put("batch", 117).put("reason", "it is missing");
    }
    return verdict;
  }
}
