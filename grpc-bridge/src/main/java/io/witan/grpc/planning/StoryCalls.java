package io.witan.grpc.planning;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.CallHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.ArchiveStory;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.GetStory;
import io.witan.planning.application.ListStories;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.StoryRepository;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.CreateStoryResponse;
import io.witan.proto.planning.v2.DeleteStoryRequest;
import io.witan.proto.planning.v2.DeleteStoryResponse;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.ListStoriesRequest;
import io.witan.proto.planning.v2.ListStoriesResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.Story;
import io.witan.proto.planning.v2.TransitionStoryRequest;
import io.witan.proto.planning.v2.TransitionStoryResponse;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The calls about stories. */
@Dependent
class StoryCalls {
  private final CreateStory creation;
  private final ArchiveStory deletion;
  private final GetStory one;
  private final ListStories all;
  private final TransitionStory transition;

  @Inject
  StoryCalls(
      CreateStory creation,
      ArchiveStory deletion,
      GetStory one,
      ListStories all,
      TransitionStory transition) {
    this.creation = creation;
    this.deletion = deletion;
    this.one = one;
    this.all = all;
    this.transition = transition;
  }

  Outcome<CreateStoryResponse> create(CreateStoryRequest request) {
    CreateStory.NewStory wanted = StoryMessages.toDomain(request);
    return Envelope.command(
        PlanningServiceGrpc.getCreateStoryMethod(),
        request,
        request.getCreatedBy(),
        Optional.empty(),
        command ->
            creation
                .create(command, wanted)
                .onDone(story -> AnswerHeaders.version(story.version()))
                .map(
                    story ->
                        CreateStoryResponse.newBuilder()
                            .setStory(StoryMessages.from(story))
                            .setSuccess(true)
                            .setMessage("Story created: " + story.id())
                            .build()));
  }

  Outcome<Story> get(GetStoryRequest request) {
    return one.get(new StoryId(request.getStoryId()))
        .onDone(story -> AnswerHeaders.version(story.version()))
        .onDone(story -> AnswerHeaders.archived(story.archived()))
        .map(StoryMessages::from);
  }

  Outcome<ListStoriesResponse> list(ListStoriesRequest request) {
    StoryRepository.Filter filter = StoryMessages.toDomain(request);
    List<Story> stories =
        all
            .list(filter, Planning.window(request.getLimit(), request.getOffset()).page())
            .items()
            .stream()
            .map(StoryMessages::from)
            .toList();
    return Outcome.done(
        ListStoriesResponse.newBuilder()
            .addAllStories(stories)
            .setTotalCount(stories.size())
            .setSuccess(true)
            .setMessage(Planning.found(stories.size(), "stories"))
            .build());
  }

  Outcome<TransitionStoryResponse> transition(TransitionStoryRequest request) {
    StoryId id = new StoryId(request.getStoryId());
    StoryState target = StoryState.parse("target_state", request.getTargetState());
    return Envelope.command(
        PlanningServiceGrpc.getTransitionStoryMethod(),
        request,
        request.getTransitionedBy(),
        Optional.empty(),
        command ->
            transition
                .transition(command, id, target, CallHeaders.current().overrideReason())
                .onDone(story -> AnswerHeaders.version(story.version()))
                .map(
                    story ->
                        TransitionStoryResponse.newBuilder()
                            .setStory(StoryMessages.from(story))
                            .setSuccess(true)
                            .setMessage("Story transitioned to " + story.state())
                            .build()));
  }

  Outcome<DeleteStoryResponse> delete(DeleteStoryRequest request) {
    StoryId id = new StoryId(request.getStoryId());
    return Envelope.command(
        PlanningServiceGrpc.getDeleteStoryMethod(),
        request,
        command ->
            deletion
                .archive(command, id)
                .onDone(story -> AnswerHeaders.version(story.version()))
                .map(
                    story ->
                        DeleteStoryResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Story deleted: " + story.id())
                            .build()));
  }
}
