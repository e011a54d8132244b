package io.witan.cli.story;

import org.commonmark.node.Node;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** What a Markdown node says without its marks. */
final class PlainText {
  private static final TextContentRenderer RENDERER =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.STRIP).build();

  private PlainText() {}

  static String of(Node node) {
    return RENDERER.render(node).replaceAll("\\s+", " ").strip();
  }
}
