package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.api.Json;

/** A runner with two clusters, of which one is away. */
final class FakeRunner {
  private FakeRunner() {}

  static JsonNode state() {
    return Json.parse(
            """
            {"runner": "ray", "model": "model-x", "reach": "DEGRADED", "detail": "b: no connection",
             "clusters": [
              {"name": "a", "url": "http://a", "weight": 1.0, "breaker": "CLOSED",
               "reachable": true, "detail": "",
               "load": {"slots": 2, "queue": 64, "running_groups": 1, "running": 3, "waiting": 4,
                "completed": 5, "failed": 6, "lost": 7, "refused": 8}},
              {"name": "b", "url": "http://b", "weight": 2.0, "breaker": "OPEN",
               "reachable": false, "detail": "b: no connection"}]}""")
        .orElseThrow();
  }
}
