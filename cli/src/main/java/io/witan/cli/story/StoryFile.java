package io.witan.cli.story;

import java.util.List;

/**
 * A story as somebody wrote it down.
 *
 * @param name the file's name
 * @param title the first heading, or the file's name where there is none
 * @param brief everything else, as Markdown
 * @param acceptanceCriteria the items of the section of that name
 * @param digest SHA-256 of the file's bytes, in hex
 * @param remarks what was read otherwise than written, one sentence each
 */
public record StoryFile(
    String name,
    String title,
    String brief,
    List<String> acceptanceCriteria,
    String digest,
    List<String> remarks) {
  public StoryFile {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
    remarks = List.copyOf(remarks);
  }
}
