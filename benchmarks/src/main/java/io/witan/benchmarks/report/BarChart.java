package io.witan.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Groups of bars as an SVG image, each bar with its value on top.
 *
 * @param unit what the bars count, shown under the title
 * @param groups names below the groups
 */
record BarChart(String title, String unit, List<String> groups, List<Series> series) {
  private static final List<String> COLOURS =
      List.of("#5b6b7f", "#2f7d6d", "#c98a2b", "#8a4f9e", "#b5523b");
  private static final int WIDTH = 760;
  private static final int HEIGHT = 360;
  private static final int LEFT = 40;
  private static final int TOP = 78;
  private static final int BOTTOM = 310;
  private static final double FILLED = 0.8;

  /** The bars of one colour: one value for each group. */
  record Series(String name, List<Double> values) {}

  String svg() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">")
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    lines.add("<title>%s</title>".formatted(escaped(title)));
    lines.add("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
    lines.add(text(LEFT, 24, "font-size=\"16\" font-weight=\"bold\"", title));
    lines.add(text(LEFT, 42, "fill=\"#666\"", unit));
    legend(lines);
    lines.add(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#999\"/>"
            .formatted(LEFT, BOTTOM, WIDTH - LEFT, BOTTOM));
    for (int group = 0; group < groups.size(); group++) {
      group(lines, group);
    }
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private void legend(List<String> lines) {
    double x = LEFT;
    for (int i = 0; i < series.size(); i++) {
      String name = series.get(i).name();
      lines.add(rectangle(x, 52, 10, 10, colour(i)));
      lines.add(text(x + 14, 61, "", name));
      x += 30 + name.length() * 7.0;
    }
  }

  private void group(List<String> lines, int group) {
    double room = (WIDTH - 2.0 * LEFT) / groups.size();
    double bar = room * FILLED / series.size();
    double x = LEFT + group * room + room * (1 - FILLED) / 2;
    for (int i = 0; i < series.size(); i++) {
      double value = series.get(i).values().get(group);
      double height = value / highest() * (BOTTOM - TOP - 14);
      lines.add(rectangle(x + i * bar, BOTTOM - height, bar * 0.92, height, colour(i)));
      lines.add(
          text(x + (i + 0.46) * bar, BOTTOM - height - 4, "text-anchor=\"middle\"", label(value)));
    }
    lines.add(
        text(
            LEFT + (group + 0.5) * room, BOTTOM + 20, "text-anchor=\"middle\"", groups.get(group)));
  }

  private double highest() {
    return series.stream()
        .flatMap(one -> one.values().stream())
        .mapToDouble(Double::doubleValue)
        .filter(value -> value > 0)
        .max()
        .orElse(1);
  }

  private static String label(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  private static String colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  private static String rectangle(double x, double y, double width, double height, String colour) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x,
        y,
        width,
        height,
        colour);
  }

  private static String text(double x, double y, String attributes, String text) {
    return String.format(
        Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, attributes, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
