package io.witan.benchmarks.deliberations;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Load;
import io.witan.benchmarks.load.Numbers;
import io.witan.benchmarks.load.Round;
import io.witan.benchmarks.report.Results.Deliberations;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plan deliberations over REST against the stub, some at once, each about a story of its own. */
public final class DeliberationBenchmark {
  private static final List<Integer> DELAYS = List.of(0, 200);
  private static final int TURNS_IN_A_ROW = 3;
  private static final int WARM_UP_CLIENTS = 8;
  private static final int WARM_UP_TIMES = 10;
  private static final Duration MOST = Duration.ofMinutes(3);

  private final StubProcess stub;
  private final ProductOwner owner;
  private final Quiet quiet;
  private final Effort effort;

  public DeliberationBenchmark(StubProcess stub, ProductOwner owner, Quiet quiet, Effort effort) {
    this.stub = stub;
    this.owner = owner;
    this.quiet = quiet;
    this.effort = effort;
  }

  /** From the request to the completion. */
  private record Span(Instant asked, Instant completed) {
    double millis() {
      return Duration.between(asked, completed).toNanos() / 1e6;
    }
  }

  public List<Deliberations> run() throws Exception {
    stub.delay(0);
    Benchmarks.say("deliberations, warming up");
    List<Span> unused = deliberate(WARM_UP_CLIENTS, effort.deliberations() * WARM_UP_TIMES);
    List<Deliberations> cells = new ArrayList<>();
    for (int delay : DELAYS) {
      for (int clients : effort.clients()) {
        Benchmarks.say("deliberations, %d ms, %d at once".formatted(delay, clients));
        cells.add(cell(delay, clients));
      }
    }
    return cells;
  }

  private Deliberations cell(int delay, int clients) throws Exception {
    stub.delay(delay);
    // One at a time would be few.
    int each = clients == 1 ? effort.deliberations() * 3 : effort.deliberations();
    List<Span> spans = deliberate(clients, each);
    List<Double> millis = spans.stream().map(Span::millis).toList();
    double median = Numbers.percentile(millis, 0.5);
    double turn = Numbers.percentile(stub.turns(), 0.5);
    double path = TURNS_IN_A_ROW * turn;
    return new Deliberations(
        delay,
        clients,
        spans.size(),
        median,
        Numbers.percentile(millis, 0.99),
        turn,
        path,
        median / path,
        spans.size() / seconds(spans));
  }

  private static double seconds(List<Span> spans) {
    Instant first = spans.stream().map(Span::asked).min(Instant::compareTo).orElseThrow();
    Instant last = spans.stream().map(Span::completed).max(Instant::compareTo).orElseThrow();
    return Duration.between(first, last).toNanos() / 1e9;
  }

  private List<Span> deliberate(int clients, int each) throws Exception {
    Queue<String> stories = stories(clients * each);
    quiet.await();
    Queue<Span> spans = new ConcurrentLinkedQueue<>();
    Round unused =
        new Load(clients, MOST, each).run(client -> spans.add(deliberation(stories.remove())));
    return List.copyOf(spans);
  }

  private Queue<String> stories(int count) throws IOException {
    Queue<String> stories = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < count; i++) {
      String story = owner.writeStory();
      owner.move(story, "PO_REVIEW");
      owner.move(story, "READY_FOR_PLANNING");
      stories.add(story);
    }
    return stories;
  }

  private Span deliberation(String story) throws IOException {
    Instant asked = Instant.now();
    JsonNode deliberation = owner.rest().post("/stories/" + story + "/plan-deliberation", Map.of());
    String path =
        "/deliberations/" + deliberation.get("deliberation_id").asText() + "?wait_seconds=30";
    while (deliberation.path("completed_at").isMissingNode()
        || deliberation.path("completed_at").isNull()) {
      deliberation = owner.rest().get(path);
    }
    if (!deliberation.get("status").asText().equals("COMPLETED")) {
      throw new IllegalStateException("a deliberation failed: " + deliberation);
    }
    return new Span(asked, Instant.parse(deliberation.get("completed_at").asText()));
  }
}
