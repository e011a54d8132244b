package io.witan.grpc.planning;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.AddStoriesToCeremony;
import io.witan.planning.application.CancelCeremony;
import io.witan.planning.application.CompleteCeremony;
import io.witan.planning.application.CreateCeremony;
import io.witan.planning.application.GetCeremony;
import io.witan.planning.application.ListCeremonies;
import io.witan.planning.application.RemoveStoryFromCeremony;
import io.witan.planning.application.StartCeremony;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.CeremonyRepository.Filter;
import io.witan.proto.planning.v2.AddStoriesToReviewRequest;
import io.witan.proto.planning.v2.AddStoriesToReviewResponse;
import io.witan.proto.planning.v2.BacklogReviewCeremony;
import io.witan.proto.planning.v2.BacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CancelBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CancelBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CompleteBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CompleteBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.GetBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.ListBacklogReviewCeremoniesRequest;
import io.witan.proto.planning.v2.ListBacklogReviewCeremoniesResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.RemoveStoryFromReviewRequest;
import io.witan.proto.planning.v2.RemoveStoryFromReviewResponse;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyResponse;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The calls about ceremonies as a whole. */
@Dependent
class CeremonyCalls {
  private final CreateCeremony creation;
  private final GetCeremony one;
  private final ListCeremonies all;
  private final AddStoriesToCeremony addition;
  private final RemoveStoryFromCeremony removal;
  private final StartCeremony start;
  private final CompleteCeremony completion;
  private final CancelCeremony cancellation;

  @Inject
  CeremonyCalls(
      CreateCeremony creation,
      GetCeremony one,
      ListCeremonies all,
      AddStoriesToCeremony addition,
      RemoveStoryFromCeremony removal,
      StartCeremony start,
      CompleteCeremony completion,
      CancelCeremony cancellation) {
    this.creation = creation;
    this.one = one;
    this.all = all;
    this.addition = addition;
    this.removal = removal;
    this.start = start;
    this.completion = completion;
    this.cancellation = cancellation;
  }

  Outcome<CreateBacklogReviewCeremonyResponse> create(CreateBacklogReviewCeremonyRequest request) {
    List<StoryId> stories = stories(request.getStoryIdsList());
    return change(
        PlanningServiceGrpc.getCreateBacklogReviewCeremonyMethod(),
        request,
        request.getCreatedBy(),
        command -> creation.create(command, stories),
        ceremony ->
            CreateBacklogReviewCeremonyResponse.newBuilder()
                .setCeremony(CeremonyMessages.from(ceremony))
                .setSuccess(true)
                .setMessage("Ceremony created: " + ceremony.id())
                .build());
  }

  Outcome<BacklogReviewCeremonyResponse> get(GetBacklogReviewCeremonyRequest request) {
    return one.get(new CeremonyId(request.getCeremonyId()))
        .onDone(ceremony -> AnswerHeaders.version(ceremony.version()))
        .map(
            ceremony ->
                BacklogReviewCeremonyResponse.newBuilder()
                    .setCeremony(CeremonyMessages.from(ceremony))
                    .setSuccess(true)
                    .setMessage("Ceremony found: " + ceremony.id())
                    .build());
  }

  Outcome<ListBacklogReviewCeremoniesResponse> list(ListBacklogReviewCeremoniesRequest request) {
    Filter filter =
        new Filter(
            Planning.stated(request.hasStatusFilter(), request.getStatusFilter())
                .map(status -> CeremonyStatus.parse("status_filter", status)),
            Planning.stated(request.hasCreatedBy(), request.getCreatedBy()).map(ActorId::new));
    List<BacklogReviewCeremony> ceremonies =
        all
            .list(filter, Planning.window(request.getLimit(), request.getOffset()).page())
            .items()
            .stream()
            .map(CeremonyMessages::from)
            .toList();
    return Outcome.done(
        ListBacklogReviewCeremoniesResponse.newBuilder()
            .addAllCeremonies(ceremonies)
            .setTotalCount(ceremonies.size())
            .setSuccess(true)
            .setMessage(Planning.found(ceremonies.size(), "ceremonies"))
            .build());
  }

  Outcome<AddStoriesToReviewResponse> add(AddStoriesToReviewRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    List<StoryId> stories = stories(request.getStoryIdsList());
    return change(
        PlanningServiceGrpc.getAddStoriesToReviewMethod(),
        request,
        "",
        command -> addition.add(command, id, stories),
        ceremony ->
            AddStoriesToReviewResponse.newBuilder()
                .setCeremony(CeremonyMessages.from(ceremony))
                .setSuccess(true)
                .setMessage("Added %d stories".formatted(stories.size()))
                .build());
  }

  Outcome<RemoveStoryFromReviewResponse> remove(RemoveStoryFromReviewRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    StoryId story = new StoryId(request.getStoryId());
    return change(
        PlanningServiceGrpc.getRemoveStoryFromReviewMethod(),
        request,
        "",
        command -> removal.remove(command, id, story),
        ceremony ->
            RemoveStoryFromReviewResponse.newBuilder()
                .setCeremony(CeremonyMessages.from(ceremony))
                .setSuccess(true)
                .setMessage("Story removed: " + story)
                .build());
  }

  Outcome<StartBacklogReviewCeremonyResponse> start(StartBacklogReviewCeremonyRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    return change(
        PlanningServiceGrpc.getStartBacklogReviewCeremonyMethod(),
        request,
        request.getStartedBy(),
        command -> start.start(command, id),
        ceremony ->
            StartBacklogReviewCeremonyResponse.newBuilder()
                .setCeremony(CeremonyMessages.from(ceremony))
                .setSuccess(true)
                .setMessage("Submitted %d deliberations".formatted(ceremony.submitted()))
                .setTotalDeliberationsSubmitted(ceremony.submitted())
                .build());
  }

  Outcome<CompleteBacklogReviewCeremonyResponse> complete(
      CompleteBacklogReviewCeremonyRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    return change(
        PlanningServiceGrpc.getCompleteBacklogReviewCeremonyMethod(),
        request,
        request.getCompletedBy(),
        command -> completion.complete(command, id),
        ceremony ->
            CompleteBacklogReviewCeremonyResponse.newBuilder()
                .setCeremony(CeremonyMessages.from(ceremony))
                .setSuccess(true)
                .setMessage("Ceremony completed: " + ceremony.id())
                .build());
  }

  Outcome<CancelBacklogReviewCeremonyResponse> cancel(CancelBacklogReviewCeremonyRequest request) {
    CeremonyId id = new CeremonyId(request.getCeremonyId());
    return change(
        PlanningServiceGrpc.getCancelBacklogReviewCeremonyMethod(),
        request,
        request.getCancelledBy(),
        command -> cancellation.cancel(command, id),
        ceremony ->
            CancelBacklogReviewCeremonyResponse.newBuilder()
                .setCeremony(CeremonyMessages.from(ceremony))
                .setSuccess(true)
                .setMessage("Ceremony cancelled: " + ceremony.id())
                .build());
  }

  private static List<StoryId> stories(List<String> ids) {
    return ids.stream().map(StoryId::new).toList();
  }

  private static <W extends Message> Outcome<W> change(
      MethodDescriptor<?, W> method,
      Message request,
      String actor,
      Function<Command, Outcome<Ceremony>> deed,
      Function<Ceremony, W> answer) {
    return Envelope.command(
        method,
        request,
        actor,
        Optional.empty(),
        command ->
            deed.apply(command)
                .onDone(ceremony -> AnswerHeaders.version(ceremony.version()))
                .map(answer));
  }
}
