package io.witan.grpc.planning;

import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.planning.port.Archived;
import io.witan.planning.port.StoryRepository.Filter;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.ListStoriesRequest;
import java.util.Optional;

/** Stories as they travel. */
final class StoryMessages {
  private StoryMessages() {}

  static io.witan.proto.planning.v2.Story from(Story story) {
    return io.witan.proto.planning.v2.Story.newBuilder()
        .setStoryId(story.id().value())
        .setEpicId(story.epic().value())
        .setTitle(story.text().title())
        .setBrief(story.text().brief())
        .setState(story.state().name())
        .setDorScore(story.dorScore())
        .setCreatedBy(story.createdBy().value())
        .setCreatedAt(story.createdAt().toString())
        .setUpdatedAt(story.updatedAt().toString())
        .build();
  }

  static NewStory toDomain(CreateStoryRequest request) {
    return new NewStory(
        new EpicId(request.getEpicId()),
        new StoryText(
            request.getTitle(), request.getBrief(), AcceptanceCriteria.in(request.getBrief())),
        Optional.empty());
  }

  static Filter toDomain(ListStoriesRequest request) {
    return new Filter(
        Planning.stated(request.hasStateFilter(), request.getStateFilter())
            .map(state -> StoryState.parse("state_filter", state)),
        Planning.stated(request.hasEpicId(), request.getEpicId()).map(EpicId::new),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Archived.HIDDEN);
  }
}
