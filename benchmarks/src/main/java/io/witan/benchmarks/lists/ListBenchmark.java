package io.witan.benchmarks.lists;

import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Load;
import io.witan.benchmarks.load.Numbers;
import io.witan.benchmarks.report.Results.Pages;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Rest;
import io.witan.neo4j.Graph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of stories over REST among 1,000 and among 100,000, which are put into the graph as nodes,
 * without their history: nothing looks at that here.
 */
public final class ListBenchmark {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int BATCH = 5_000;
  private static final int PAGE = 50;
  private static final int FAR = 4;
  private static final String STORIES =
      """
      UNWIND range($from, $to) AS number
      WITH number, left(toString(datetime({epochMillis: number * 1000})), 19) + '.000Z' AS at
      CREATE (:Story {
        id: 's-listed-' + number, epic_id: $epic + number % 20, title: 'Listed ' + number,
        brief: $brief, acceptance_criteria: [], dor_score: 0, created_by: 'listed',
        state: CASE number % 4 WHEN 0 THEN 'DONE' ELSE 'DRAFT' END,
        created_at: at, updated_at: at, archived: false, version: 1, _head: ''})
      """;

  private final ProductOwner owner;
  private final Graph graph;
  private final Effort effort;

  public ListBenchmark(ProductOwner owner, Graph graph, Effort effort) {
    this.owner = owner;
    this.graph = graph;
    this.effort = effort;
  }

  public List<Pages> run() throws Exception {
    Map<String, Double> few = measure(0, FEW);
    Map<String, Double> many = measure(FEW, MANY);
    List<Pages> pages = new ArrayList<>();
    few.forEach(
        (list, millis) ->
            pages.add(new Pages(list, millis, many.get(list), many.get(list) / millis)));
    return pages;
  }

  /** The median of each kind of page, in milliseconds, once there are so many stories. */
  private Map<String, Double> measure(int before, int stories) throws Exception {
    Benchmarks.say("lists, putting %,d stories there".formatted(stories));
    for (int from = before; from < stories; from += BATCH) {
      graph.run(
          STORIES,
          Map.of(
              "from",
              from + 1,
              "to",
              Math.min(stories, from + BATCH),
              "epic",
              "E-listed-",
              "brief",
              "As a customer I want to pay by card so that my order is shipped."));
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    for (Map.Entry<String, String> list : lists().entrySet()) {
      Benchmarks.say("lists, " + list.getKey());
      medians.put(list.getKey(), median(list.getValue()));
    }
    return medians;
  }

  private Map<String, String> lists() throws IOException {
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("the oldest", stories(""));
    lists.put("the newest", stories("&sort=-created_at"));
    lists.put("the fifth page", fifth(""));
    lists.put("the fifth page of those last changed", fifth("&sort=-updated_at"));
    lists.put("the fifth page of those that are DONE", fifth("&state=DONE"));
    lists.put("the newest with the total", stories("&sort=-created_at&total=true"));
    return lists;
  }

  private static String stories(String query) {
    return "/stories?limit=" + PAGE + query;
  }

  private String fifth(String query) throws IOException {
    Rest rest = owner.rest();
    String path = stories(query);
    for (int page = 0; page < FAR; page++) {
      path = stories(query) + "&after=" + rest.get(path).get("next").asText();
    }
    return path;
  }

  private double median(String path) throws Exception {
    Rest rest = owner.rest();
    Load.lasting(1, effort.round()).run(client -> read(rest, path));
    return Numbers.median(Load.lasting(1, effort.round()).run(client -> read(rest, path)).millis());
  }

  private static void read(Rest rest, String path) throws IOException {
    if (rest.get(path).get("items").size() != PAGE) {
      throw new IllegalStateException("not a whole page: " + path);
    }
  }
}
