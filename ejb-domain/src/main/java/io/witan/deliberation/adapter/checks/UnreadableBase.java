package io.witan.deliberation.adapter.checks;

import java.io.IOException;

/** The repository cannot be read: that is its fault, and says nothing about a patch. */
final class UnreadableBase extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableBase(String name, String path, IOException cause) {
    super("%s cannot be read at %s: %s".formatted(name, path, cause.getMessage()), cause);
  }
}
