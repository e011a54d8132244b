package io.witan.cli.api;

import java.util.List;

/**
 * A story as the server has it.
 *
 * @param dorScore the definition of ready, 0 to 100
 * @param sourceDigest what text it was made from, if it says
 */
public record Story(
    String storyId,
    String epicId,
    String title,
    String brief,
    List<String> acceptanceCriteria,
    StoryState state,
    int dorScore,
    String createdBy,
    String createdAt,
    String updatedAt,
    String sourceDigest,
    String planId,
    boolean archived,
    long version) {
  public Story {
    acceptanceCriteria = Lists.of(acceptanceCriteria);
  }
}
