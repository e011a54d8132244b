package io.witan.web.calibration;

import io.witan.calibration.application.GetCalibration.Chart;
import io.witan.calibration.domain.Interval;
import io.witan.calibration.domain.Reliability;
import io.witan.calibration.domain.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A reliability diagram for each judge: what it said to the right, how often that was accepted
 * upwards. Who is calibrated is on the diagonal; the curve is what its scores are taken for.
 */
final class ReliabilityChart {
  private static final int COLUMNS = 3;
  private static final int PANEL_WIDTH = 310;
  private static final int PANEL_HEIGHT = 316;
  private static final int TOP = 56;
  private static final int LEFT = 44;
  private static final int ABOVE = 64;
  private static final int SIDE = 200;
  private static final int STEPS = 40;
  private static final int LONGEST_NAME = 32;

  private final Svg svg;

  private ReliabilityChart(int panels) {
    int rows = Math.max(1, (panels + COLUMNS - 1) / COLUMNS);
    svg =
        new Svg(
            Math.max(2, Math.min(COLUMNS, panels)) * PANEL_WIDTH,
            TOP + rows * PANEL_HEIGHT,
            "How often what got a score was accepted");
  }

  static String of(List<Chart> charts) {
    ReliabilityChart chart = new ReliabilityChart(charts.size());
    chart.svg.text("title", 16, 24, "start", "How often what got a score was accepted");
    chart.svg.text(
        "note",
        16,
        42,
        "start",
        charts.isEmpty()
            ? "No prediction has met its outcome yet."
            : "Dots: by tenths of the score, 95% intervals. Curve: what scores are taken for. Dashed: as"
                + " they are said.");
    IntStream.range(0, charts.size()).forEach(place -> chart.panel(place, charts.get(place)));
    return chart.svg.toString();
  }

  /** The plot of one panel, in pixels. */
  private record Plot(double left, double top) {
    double x(double score) {
      return left + score * SIDE;
    }

    double y(double rate) {
      return top + (1 - rate) * SIDE;
    }
  }

  private void panel(int place, Chart chart) {
    double left = (double) place % COLUMNS * PANEL_WIDTH + LEFT;
    double top = TOP + ABOVE + (double) Math.floorDiv(place, COLUMNS) * PANEL_HEIGHT;
    Plot plot = new Plot(left, top);
    words(plot, chart.standing());
    grid(plot);
    svg.line("ideal", plot.x(0), plot.y(0), plot.x(1), plot.y(1));
    svg.path("line two", curve(plot, chart.standing()));
    chart.reliability().bins().forEach(bin -> bin(plot, bin));
  }

  private void words(Plot plot, Standing standing) {
    svg.text(
        "title",
        plot.left(),
        plot.top() - 38,
        "start",
        Svg.fitting(standing.judge().name(), LONGEST_NAME));
    svg.text(
        "note",
        plot.left(),
        plot.top() - 23,
        "start",
        "%s, %s".formatted(standing.judge().kind().wire(), standing.purpose()));
    svg.text(
        "note",
        plot.left(),
        plot.top() - 9,
        "start",
        String.format(
            Locale.ROOT,
            "%d samples, Brier %.3f, weight %.1f",
            standing.accepted().of(),
            standing.brier().value(),
            standing.skill().weight()));
  }

  private void grid(Plot plot) {
    for (double at : new double[] {0, 0.5, 1}) {
      svg.line("grid", plot.x(at), plot.y(0), plot.x(at), plot.y(1));
      svg.line("grid", plot.x(0), plot.y(at), plot.x(1), plot.y(at));
      String label = String.format(Locale.ROOT, "%.0f%%", at * 100);
      svg.text("note", plot.x(at), plot.y(0) + 16, "middle", label);
      svg.text("note", plot.x(0) - 6, plot.y(at) + 4, "end", label);
    }
    svg.text("note", plot.x(0.25), plot.y(0) + 16, "middle", "score");
  }

  private static String curve(Plot plot, Standing standing) {
    return IntStream.rangeClosed(0, STEPS)
        .mapToObj(step -> (double) step / STEPS)
        .map(
            score ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    plot.x(score),
                    plot.y(standing.recalibration().probability(score))))
        .collect(Collectors.joining(" "));
  }

  private void bin(Plot plot, Reliability.Bin bin) {
    Interval interval = bin.accepted().interval();
    double x = plot.x(bin.meanScore());
    svg.line("line one", x, plot.y(interval.low()), x, plot.y(interval.high()));
    svg.dot("one", x, plot.y(bin.accepted().rate()), 4);
  }
}
