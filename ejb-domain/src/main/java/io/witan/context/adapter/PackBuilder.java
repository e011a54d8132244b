package io.witan.context.adapter;

import io.witan.context.port.ContextPack;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts parts together in the order of their weight until the budget is used up.
 *
 * <p>A part may take what those after it do not need, and half of what is left in any case; a
 * longer one is cut in its middle. A part of which next to nothing would be left is left out.
 */
final class PackBuilder {
  private static final String BETWEEN = "\n\n";

  private final StringBuilder text = new StringBuilder();
  private final List<String> included = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final int most;

  /** A named piece of text. */
  record Part(String name, String text) {}

  private PackBuilder(int tokenBudget) {
    most = (int) Math.min(Integer.MAX_VALUE, (long) tokenBudget * ContextPack.CHARACTERS_PER_TOKEN);
  }

  static ContextPack pack(List<Part> parts, int tokenBudget) {
    PackBuilder builder = new PackBuilder(tokenBudget);
    int rest = parts.stream().mapToInt(PackBuilder::need).sum();
    for (Part part : parts) {
      rest -= need(part);
      builder.add(part, rest);
    }
    return builder.build();
  }

  private static int need(Part part) {
    return part.text().length() + BETWEEN.length();
  }

  private void add(Part part, int rest) {
    int room = most - text.length() - (text.isEmpty() ? 0 : BETWEEN.length());
    int least = Math.min(room, ContextPack.LEAST);
    int share = Math.max(least, Math.max(room / 2, room - rest));
    if (part.text().length() <= share) {
      append(part.name(), part.text());
    } else if (share >= ContextPack.LEAST) {
      append(part.name(), ContextPack.cut(part.text(), share));
      leftOut.add("the middle of " + part.name());
    } else {
      leftOut.add(part.name());
    }
  }

  private void append(String name, String words) {
    text.append(text.isEmpty() ? "" : BETWEEN).append(words);
    included.add(name);
  }

  private ContextPack build() {
    String words = text.toString();
    return new ContextPack(words, ContextPack.estimate(words), included, leftOut);
  }
}
