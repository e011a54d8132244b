package io.witan.web.calibration;

import java.util.Locale;

/** A drawing, shape by shape, in colours that suit a light and a dark page. Lengths are pixels. */
final class Svg {
  private static final String STYLE =
      """
      <style>
      svg { color-scheme: light dark; background: #ffffff; }
      text { font: 12px system-ui, sans-serif; fill: #1f2328; }
      .title { font-weight: 600; font-size: 13px; }
      .note { fill: #59636e; font-size: 11px; }
      .grid { stroke: #d1d9e0; stroke-width: 1; }
      .ideal { stroke: #818b98; stroke-width: 1; stroke-dasharray: 4 4; }
      .line { stroke-width: 2; fill: none; }
      .one { stroke: #0550ae; } .two { stroke: #9a3b00; } .three { stroke: #59636e; }
      circle.one { fill: #0550ae; } circle.two { fill: #9a3b00; } circle.three { fill: #59636e; }
      @media (prefers-color-scheme: dark) {
        svg { background: #0d1117; }
        text { fill: #f0f6fc; }
        .note { fill: #9198a1; }
        .grid { stroke: #3d444d; }
        .ideal { stroke: #9198a1; }
        .one { stroke: #79c0ff; } .two { stroke: #ffa657; } .three { stroke: #9198a1; }
        circle.one { fill: #79c0ff; } circle.two { fill: #ffa657; } circle.three { fill: #9198a1; }
      }
      </style>
      """;

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  /** The rest of a text is left out, so that it stays in its place. */
  static String fitting(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  Svg text(String look, double x, double y, String anchor, String text) {
    return add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        look, x, y, anchor, escaped(text));
  }

  Svg line(String look, double fromX, double fromY, double toX, double toY) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        look, fromX, fromY, toX, toY);
  }

  Svg dot(String look, double x, double y, double radius) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", look, x, y, radius);
  }

  /**
   * A line from point to point.
   *
   * @param points {@code x,y} with spaces between
   */
  Svg path(String look, String points) {
    return add("<polyline class=\"%s\" points=\"%s\"/>", look, points);
  }

  private Svg add(String shape, Object... values) {
    shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The whole of it. */
  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                + " viewBox=\"0 0 %1$d %2$d\" role=\"img\">%n<title>%3$s</title>%n",
            width,
            height,
            escaped(title))
        + STYLE
        + shapes
        + "</svg>\n";
  }
}
