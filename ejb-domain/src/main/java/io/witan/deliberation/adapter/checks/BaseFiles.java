package io.witan.deliberation.adapter.checks;

import java.util.Optional;

/** The files that a patch is applied to. */
interface BaseFiles {

  /** What they are, in words, such as {@code main of /srv/shop}. */
  String name();

  /**
   * The content of a plain file.
   *
   * @return absent when there is none at that path
   * @throws UnreadableBase when what holds the files is broken
   * @throws IllegalArgumentException when what is there is no plain file
   * @throws RuntimeException when it is larger than {@link Bounds#FILE_BYTES}
   */
  Optional<byte[]> read(String path) throws UnreadableBase;
}
