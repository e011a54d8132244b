package io.witan.web.planning;

import java.util.Optional;

/**
 * A yes to a plan or a decision.
 *
 * @param contentDigest of what was looked at; when absent, the current content is meant
 */
public record ApprovalWire(String note, String contentDigest) {

  Optional<String> shown() {
    return Optional.ofNullable(contentDigest).filter(digest -> !digest.isBlank());
  }

  String remark() {
    return note == null ? "" : note;
  }
}
