package io.witan.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.benchmarks.report.Results.Creations;
import io.witan.benchmarks.report.Results.Deliberations;
import io.witan.benchmarks.report.Results.Held;
import io.witan.benchmarks.report.Results.Memory;
import io.witan.benchmarks.report.Results.OnRay;
import io.witan.benchmarks.report.Results.Pages;
import io.witan.benchmarks.report.Results.RayProcess;
import io.witan.benchmarks.report.Results.RelayCeiling;
import io.witan.benchmarks.report.Results.RelayLag;
import io.witan.benchmarks.report.Results.Start;
import io.witan.benchmarks.report.Results.Steps;
import io.witan.benchmarks.report.Results.Transitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Results RESULTS =
      new Results(
          Map.of("cores", "2"),
          "quick",
          List.of(new Start("cold", 12.5, Map.of("neo4j", 4.0, "nats", 0.1, "witan", 7.5))),
          List.of(
              new Memory("after a start", Map.of("neo4j", 250.0, "nats", 15.0, "witan", 480.0))),
          List.of(
              new Transitions(1, "bare", 1000, 1, 1, 3, 5000, List.of(990.0, 1010.0)),
              new Transitions(1, "R&ST <x>", 600, 0.6, 2, 5, 3000, List.of(600.0))),
          List.of(new RelayLag(50, 100, 4, 9, 12)),
          List.of(new RelayCeiling(5000, 2, 2500)),
          List.of(
              new Deliberations(
                  200,
                  1,
                  "LangGraph, aiohttp",
                  1.6,
                  1,
                  620,
                  640,
                  30,
                  Map.of("python", 41.2),
                  List.of(1.6))),
          List.of(new Held(1000, 123.4, Map.of("witan", 700.0, "neo4j", 600.0, "nats", 90.0))),
          List.of(
              new Creations(
                  8, "Witan", 900, 2.5, 8, 20, 5000, Map.of("witan", 700.4), List.of(900.0))),
          List.of(
              new Steps(
                  8,
                  "Witan, gRPC",
                  900,
                  700,
                  6.5,
                  8,
                  20,
                  5000,
                  Map.of("witan", 700.4),
                  Map.of("audit entries", 11L, "events", 18L),
                  List.of(900.0))),
          List.of(new Pages("the newest", 4, 5, 1.25)),
          List.of(new RayProcess("Ray", 9.5, 1300), new RayProcess("Ray: Worker", 0, 90)),
          List.of(new OnRay("turns of vLLM", 2, 8, "ray", 30, 0.9, 210, 340, 400, List.of(30.0))));

  @TempDir private Path folder;

  @Test
  void it_tells_every_part_and_draws_well_formed_charts() throws Exception {
    new Report(folder).write(RESULTS);

    assertThat(folder.resolve("REPORT.md"))
        .content()
        .contains("| 1 | R&ST <x> | 600 | 60% |", "| cold | 1 | 12.50 | 4.00 | 0.10 | 7.50 |")
        .contains("| after a start | 250 | 15 | 480 | 745 |", "2,500")
        .contains("| 1000 | 123.40 | 700 | 600 | 90 |")
        .contains("| 200 | 1 | LangGraph, aiohttp | 1.60 | 1.00 | 620 | 1.03 | 640 | 30 |")
        .contains("| 8 | Witan | 900 | 2.50 | 8.00 | 20.00 | 2.50 | 5000 | 700 (witan 700) |")
        .contains("| 8 | Witan, gRPC | 900 | 700 | 6.50 | 8.00 | 20.00 | 5000 | 700 (witan 700) |")
        .contains("Witan, gRPC 11 audit entries, 18 events.")
        .contains("| the newest | 4.00 | 5.00 | 1.25 |")
        .contains("| turns of vLLM | 2 | 8 | ray | 30.00 | 0.90 | 210 | 340 | 400 |")
        .contains("| Ray | 9.50 | 1,300 |", "| Ray: Worker |  | 90 |");
    for (String chart :
        List.of(
            "memory",
            "transitions",
            "transitions-p99",
            "deliberations",
            "deliberations-p50",
            "deliberations-memory",
            "workflow",
            "ray")) {
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(folder.resolve(chart + ".svg").toFile())
                  .getDocumentElement()
                  .getTagName())
          .isEqualTo("svg");
    }
  }

  @Test
  void parts_that_were_not_measured_again_stay() {
    Results lists =
        new Results(
            Map.of("when", "later", "commit", "c", "load before (1, 5, 15 min)", "1, 1, 1"),
            "full",
            List.of(),
            List.of(new Memory("after the load", Map.of("witan", 1.0))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            List.of(new Pages("the newest", 1, 1, 1)),
            null,
            null);

    Results both = RESULTS.with(lists);

    assertThat(both.pages()).isEqualTo(lists.pages());
    assertThat(both.creations()).isEqualTo(RESULTS.creations());
    assertThat(both.memory()).isEqualTo(RESULTS.memory());
    assertThat(both.facts())
        .containsEntry("measured later: lists", "later at commit c, load before 1, 1, 1");
  }

  @Test
  void the_same_report_comes_from_the_figures_again() throws Exception {
    new Report(folder).write(RESULTS);
    String first = Files.readString(folder.resolve("REPORT.md"));
    Files.delete(folder.resolve("REPORT.md"));

    new Report(folder).redraw();

    assertThat(folder.resolve("REPORT.md")).hasContent(first);
  }
}
