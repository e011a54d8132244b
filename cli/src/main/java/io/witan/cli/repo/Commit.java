package io.witan.cli.repo;

import java.util.List;

/**
 * A commit in the scratch repository.
 *
 * @param sha its full name
 * @param files the paths it changed
 * @param how what it was made from, in words: a patch or a work note
 */
public record Commit(String sha, List<String> files, String how) {
  public Commit {
    files = List.copyOf(files);
  }

  public String shortSha() {
    return sha.substring(0, 10);
  }
}
