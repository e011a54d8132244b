package io.witan.cli.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All things there are, by their keys, and the audit entries of their changes. */
final class FakeNodes {
  private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
  private final List<ObjectNode> trail = new ArrayList<>();
  private Instant clock = Instant.parse("2026-01-01T00:00:00Z");
  private int ids;

  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void needs(String needed, String role, String user) {
    if (!needed.equals(role)) {
      throw new Refused(403, "FORBIDDEN", "%s may not: needs the role %s".formatted(user, needed));
    }
  }

  /** Refuses a change of another version than the one that was looked at, if one was. */
  static void onVersion(ObjectNode node, String ifMatch, String refusal) {
    if (ifMatch != null && !ifMatch.equals("\"" + node.path("version").asLong() + "\"")) {
      throw new Refused(412, "STALE_VERSION", refusal);
    }
  }

  String next(String prefix) {
    return prefix + ++ids;
  }

  String tick() {
    clock = clock.plusMillis(10);
    return clock.toString();
  }

  Instant now() {
    return clock;
  }

  boolean has(String key) {
    return nodes.containsKey(key);
  }

  ObjectNode find(String key) {
    ObjectNode node = nodes.get(key);
    if (node == null) {
      throw new Refused(404, "NOT_FOUND", "there is no " + key);
    }
    return node;
  }

  /** All things of a kind. */
  List<ObjectNode> all(String kind) {
    return nodes.values().stream()
        .filter(node -> node.path("_kind").asText().equals(kind))
        .toList();
  }

  List<ObjectNode> trail() {
    return trail;
  }

  ObjectNode keep(ObjectNode node, String kind, String key, String user) {
    node.put("_kind", kind).put("_key", key);
    nodes.put(key, node);
    return recorded(node, kind + ".created", user, node());
  }

  ObjectNode recorded(ObjectNode node, String action, String user, ObjectNode facts) {
    long version = node.path("version").asLong() + 1;
    node.put("version", version);
    String key = node.path("_key").asText();
    ObjectNode entry =
        node()
            .put("kind", node.path("_kind").asText())
            .put("id", key.replaceFirst("^w-", ""))
            .put("sequence", version)
            .put("at", tick())
            .put("actor", user)
            .put("action", action)
            .put("hash", "abcdef0123456789")
            .put("summary", action);
    entry.put("_story", node.path("_story").asText()).putObject("body").set("facts", facts);
    entry.set("_after", node.deepCopy());
    trail.add(entry);
    return node;
  }
}
