package io.witan.cli.story;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * What a Markdown node says without its marks, on one line. Walks without recursion: foreign text
 * may be nested deeply.
 */
final class PlainText {
  private PlainText() {}

  static String of(Node root) {
    StringBuilder text = new StringBuilder();
    for (Node node = root.getFirstChild(); node != null; node = after(node, root)) {
      if (node instanceof Text plain) {
        text.append(plain.getLiteral());
      } else if (node instanceof Code code) {
        text.append(code.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        text.append(' ');
      }
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static Node after(Node node, Node root) {
    if (node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != root && at.getNext() == null) {
      at = at.getParent();
    }
    return at == root ? null : at.getNext();
  }
}
