package io.witan.web.calibration;

import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Interval;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often each mode is accepted, with its interval, a row for each purpose and role. */
final class DominanceChart {
  private static final int WIDTH = 860;
  private static final int TOP = 66;
  private static final int ROW = 96;
  private static final int BELOW = 36;
  private static final int LEFT = 250;
  private static final int SIDE = 380;
  private static final int LINE = 22;
  private static final Map<Mode, String> LOOKS =
      Map.of(Mode.COUNCIL, "one", Mode.VOTE, "two", Mode.SINGLE, "three");

  private final Svg svg;
  private final int rows;

  private DominanceChart(int rows) {
    this.rows = Math.max(1, rows);
    this.svg =
        new Svg(WIDTH, TOP + this.rows * ROW + BELOW, "How often results are accepted, by mode");
  }

  static String of(List<Dominance> matters) {
    DominanceChart chart = new DominanceChart(matters.size());
    chart.svg.text("title", 16, 24, "start", "How often results are accepted, by mode");
    if (matters.isEmpty()) {
      chart.svg.text("note", 16, TOP, "start", "No result was decided on yet.");
    } else {
      chart.grid();
    }
    for (int row = 0; row < matters.size(); row++) {
      chart.matter(TOP + row * ROW, matters.get(row));
    }
    return chart.svg.toString();
  }

  private static double x(double rate) {
    return LEFT + rate * SIDE;
  }

  private void grid() {
    for (double at : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      int bottom = TOP + rows * ROW;
      svg.line("grid", x(at), TOP - 12, x(at), bottom);
      svg.text(
          "note", x(at), bottom + 16, "middle", String.format(Locale.ROOT, "%.0f%%", at * 100));
    }
  }

  private void matter(double top, Dominance matter) {
    String verdict = matter.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    svg.text(
        "title",
        16,
        top + 12,
        "start",
        "%s, %s".formatted(matter.matter().purpose(), matter.matter().role().wire()));
    svg.text("note", 16, top + 30, "start", verdict);
    double y = top + 8;
    for (Mode mode : Mode.values()) {
      mode(y, mode, matter.tally(mode));
      y += LINE;
    }
  }

  private void mode(double y, Mode mode, Tally tally) {
    svg.text("note", LEFT - 12, y + 4, "end", mode.wire());
    if (tally.accepted().of() == 0) {
      svg.text("note", x(1) + 14, y + 4, "start", "never tried");
      return;
    }
    Interval interval = tally.accepted().interval();
    String look = LOOKS.get(mode);
    svg.line("line " + look, x(interval.low()), y, x(interval.high()), y);
    svg.dot(look, x(tally.accepted().rate()), y, 5);
    svg.text(
        "note",
        x(1) + 14,
        y + 4,
        "start",
        String.format(
            Locale.ROOT,
            "%d of %d, %.1f per 100k tokens",
            tally.accepted().accepted(),
            tally.accepted().of(),
            tally.acceptedPer100kTokens()));
  }
}
