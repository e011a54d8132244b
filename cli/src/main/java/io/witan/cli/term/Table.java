package io.witan.cli.term;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under a header, each column as wide as its widest cell, the last one as long as it likes.
 */
public final class Table {
  private static final int WIDEST = 60;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    this.header = List.of(header);
  }

  public Table row(Object... cells) {
    rows.add(
        IntStream.range(0, cells.length)
            .mapToObj(i -> Words.line(cells[i] == null ? "" : cells[i].toString(), WIDEST * 2))
            .collect(Collectors.toList()));
    return this;
  }

  public void print(PrintStream out, Style style) {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = widest(column);
    }
    out.println(style.strong(join(header, widths)));
    rows.forEach(row -> out.println(join(row, widths)));
  }

  private int widest(int column) {
    int widest = length(header.get(column));
    for (List<String> row : rows) {
      widest = Math.max(widest, length(row.get(column)));
    }
    return Math.min(widest, WIDEST);
  }

  private static String join(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      boolean last = i == cells.size() - 1;
      String cell = last ? cells.get(i) : Words.line(cells.get(i), widths[i]);
      line.append(cell);
      if (!last) {
        line.append(" ".repeat(widths[i] - length(cell) + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
