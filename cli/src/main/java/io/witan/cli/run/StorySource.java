package io.witan.cli.run;

import io.witan.cli.api.Epic;
import io.witan.cli.api.Json;
import io.witan.cli.api.Project;
import io.witan.cli.api.Story;
import io.witan.cli.api.WitanApi;
import io.witan.cli.story.Digests;
import io.witan.cli.story.StoryFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the story of a file on the server again, by the digest of its content. Each further story
 * of the same content has a number in its digest, so that all of them are found in order.
 */
final class StorySource {
  private static final String PROJECT = "Demo";
  private static final String EPIC = "Stories from files";

  private final StoryFile file;

  StorySource(StoryFile file) {
    this.file = file;
  }

  /** The newest story of the content. */
  Optional<Story> newest(WitanApi api) {
    Optional<Story> newest = Optional.empty();
    for (int number = 1; ; number++) {
      Optional<Story> next = api.storyFrom(digest(number));
      if (next.isEmpty()) {
        return newest;
      }
      newest = next;
    }
  }

  /**
   * Creates the next story of the content; two runs that do it at the same moment get the same one.
   */
  Story create(WitanApi owner) {
    int number = 1;
    while (owner.storyFrom(digest(number)).isPresent()) {
      number++;
    }
    Map<String, Object> body =
        Map.of(
            "epic_id", epic(owner).epicId(),
            "title", file.title(),
            "brief", file.brief(),
            "acceptance_criteria", file.acceptanceCriteria(),
            "source_digest", digest(number));
    return owner.createStory(body, "story-" + Digests.sha256(Json.write(new TreeMap<>(body))));
  }

  private String digest(int number) {
    return number == 1 ? file.digest() : Digests.sha256(file.digest() + "#" + number);
  }

  private static Epic epic(WitanApi owner) {
    Project project =
        owner.projects().stream()
            .filter(one -> PROJECT.equals(one.name()))
            .findFirst()
            .orElseGet(() -> owner.createProject(PROJECT, "Stories that were run from files"));
    return owner.epics(project.projectId()).stream()
        .filter(one -> EPIC.equals(one.title()))
        .findFirst()
        .orElseGet(
            () -> owner.createEpic(project.projectId(), EPIC, "One story per Markdown file"));
  }
}
