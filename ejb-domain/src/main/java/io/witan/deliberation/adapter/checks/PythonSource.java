package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSPoint;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterPython;

/**
 * Python 3 by its grammar. The parser goes on after an error, and reads some of Python 2 as well,
 * so its tree is searched for both.
 */
final class PythonSource implements SourceParser {
  private static final Logger LOG = Logger.getLogger(PythonSource.class.getName());
  private static final int MOST_ERRORS = 20;

  /**
   * The grammar is native code, which not every system can load, and a JVM only once: a second
   * deployment in the same server goes without it.
   */
  @Override
  public List<Finding> parse(String file, String text) {
    try {
      return parsed(file, text);
    } catch (LinkageError notThere) {
      LOG.log(Level.WARNING, "Python files are not parsed: its grammar cannot be loaded", notThere);
      return List.of(
          Finding.warning(file, 0, "not parsed: the grammar of Python cannot be loaded here"));
    }
  }

  private static List<Finding> parsed(String file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long end = System.nanoTime() + Bounds.PARSING.toNanos();
    try (TSParser parser = new TSParser()) {
      parser.setLanguage(new TreeSitterPython());
      try (TSTree tree =
          parser.parseWithOptions(
              new byte[8192],
              null,
              (buffer, offset, position) -> copy(bytes, offset, buffer),
              TSInputEncoding.TSInputEncodingUTF8,
              state -> System.nanoTime() - end > 0)) {
        return tree == null ? List.of(tooLong(file)) : findings(file, tree.getRootNode());
      }
    }
  }

  private static int copy(byte[] from, int offset, byte[] to) {
    int length = Math.max(0, Math.min(to.length, from.length - offset));
    System.arraycopy(from, Math.min(offset, from.length), to, 0, length);
    return length;
  }

  private static Finding tooLong(String file) {
    return Finding.error(
        file, 0, "not parsed within %d seconds".formatted(Bounds.PARSING.toSeconds()));
  }

  private static List<Finding> findings(String file, TSNode root) {
    List<Finding> findings = new ArrayList<>();
    try (TSTreeCursor cursor = new TSTreeCursor(root)) {
      do {
        look(file, cursor.currentNode(), findings);
      } while (findings.size() < MOST_ERRORS && forward(cursor));
    }
    return findings;
  }

  /** To the next node, parents first; false when there is none. */
  private static boolean forward(TSTreeCursor cursor) {
    if (cursor.gotoFirstChild()) {
      return true;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        return false;
      }
    }
    return true;
  }

  private static void look(String file, TSNode node, List<Finding> findings) {
    if (node.isError()) {
      findings.add(at(file, node, "invalid syntax"));
    } else if (node.isMissing()) {
      findings.add(at(file, node, "%s is missing".formatted(node.getType())));
    } else if (Arrays.asList("print_statement", "exec_statement").contains(node.getType())) {
      findings.add(at(file, node, "a statement of Python 2"));
    } else if (node.getType().equals("block") && node.getNamedChildCount() == 0) {
      findings.add(at(file, node, "an indented block is missing"));
    } else if (node.getType().equals("block") || node.getType().equals("module")) {
      indents(file, node, findings);
    }
  }

  /** The parser lets a line of a block begin anywhere; Python wants them all at one column. */
  private static void indents(String file, TSNode block, List<Finding> findings) {
    int row = block.getType().equals("module") ? -1 : block.getStartPoint().getRow();
    int column = row < 0 ? 0 : block.getNamedChild(0).getStartPoint().getColumn();
    for (int place = 0; place < block.getNamedChildCount(); place++) {
      TSNode statement = block.getNamedChild(place);
      TSPoint start = statement.getStartPoint();
      if (start.getRow() > row && start.getColumn() != column && !statement.isExtra()) {
        findings.add(at(file, statement, "unexpected indent"));
      }
      row = Math.max(row, statement.getEndPoint().getRow());
    }
  }

  private static Finding at(String file, TSNode node, String text) {
    return Finding.error(file, node.getStartPoint().getRow() + 1, text);
  }
}
