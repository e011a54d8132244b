package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.util.List;

/** Says what keeps the text of a file from being what its name says. */
interface SourceParser {

  /**
   * Parses a text.
   *
   * @param file its path, for the findings
   * @return what is wrong, in the order of lines; empty when it parses
   */
  List<Finding> parse(String file, String text);
}
