package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.util.List;
import java.util.Map;

/**
 * What a patch leaves.
 *
 * @param files each file that it adds or changes, by path, as it would be
 * @param findings what did not apply, and what could not be told
 */
record PatchedFiles(Map<String, byte[]> files, List<Finding> findings) {
  PatchedFiles {
    files = Map.copyOf(files);
    findings = List.copyOf(findings);
  }

  /** A patch that leaves nothing to look at. */
  static PatchedFiles none(List<Finding> findings) {
    return new PatchedFiles(Map.of(), findings);
  }
}
