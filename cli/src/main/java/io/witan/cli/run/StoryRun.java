package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.api.About;
import io.witan.cli.api.Patience;
import io.witan.cli.api.Story;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.WitanApi;
import io.witan.cli.repo.ScratchRepository;
import io.witan.cli.story.StoryFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A story from its file to DONE. Finds out how far earlier runs came, takes the steps that are
 * left, and reads the result from the server.
 */
public final class StoryRun {
  private static final List<Step> STEPS =
      List.of(
          new SubmitForReview(),
          new AcceptForPlanning(),
          new AdoptPlan(),
          new MarkPlanned(),
          new ReleaseForExecution(),
          new WorkOnTasks(),
          new AcceptStory(),
          new FinishStory());

  /**
   * What is wanted.
   *
   * @param again start a new story although one of this content is done
   * @param repository the user's own repository, instead of one that is kept for the story
   */
  public record Wish(
      StoryFile file,
      boolean again,
      Optional<Path> repository,
      Optional<String> modelUrl,
      Optional<String> model) {}

  /**
   * Where it happens.
   *
   * @param reader the server as the administrator, who reads what earlier runs did while no demo
   *     user is there
   * @param folder what the command line keeps
   */
  public record Stage(
      WitanApi api,
      Supplier<WitanApi> reader,
      DemoUsers users,
      Gatekeeper gatekeeper,
      Narration narration,
      Pace pace,
      Path folder,
      Clock clock) {}

  private final Wish wish;
  private final Stage stage;

  public StoryRun(Wish wish, Stage stage) {
    this.wish = wish;
    this.stage = stage;
  }

  /**
   * Runs the story, as far as it is still to be run.
   *
   * @return what the story came to; it is DONE, or {@link Stop} says why not
   */
  public RunResult run() {
    About about = stage.api().about();
    stage.narration().server(about, stage.api().transport().server());
    RunnerCheck.require(about, wish.modelUrl(), wish.model());
    if (wish.model().isEmpty() && !about.rehearsal()) {
      stage
          .narration()
          .remark(
              "this server was started with that model; without one: ./witan down, then run again");
    }
    stage
        .api()
        .transport()
        .bePatient(
            new Patience(
                stage.pace().limit(),
                stage.pace().poll(),
                () -> stage.narration().waiting(stage.api().transport().server())));
    wish.file().remarks().forEach(stage.narration()::remark);
    return RunLock.holding(stage.folder().resolve("runs"), wish.file().digest(), () -> held(about));
  }

  private RunResult held(About about) {
    StorySource source = new StorySource(wish.file());
    Optional<Story> found = source.newest(reader());
    if (found.isPresent() && finished(found.get()) && !wish.again()) {
      stage.narration().story(found.get(), false);
      stage
          .narration()
          .remark("this content was run before: nothing is written; a new story: --again");
      return new ResultReader(reader()).read(about, found.get().storyId(), repository(found.get()));
    }
    Story story = found.filter(this::canGoOn).map(this::resume).orElseGet(() -> create(source));
    travel(about, story);
    return new ResultReader(stage.users().as(DemoRole.PO))
        .read(about, story.storyId(), repository(story));
  }

  /** Carried over, it has no task left: then a new one may be wished for, or the run says so. */
  private boolean canGoOn(Story story) {
    boolean spent = story.state() == StoryState.CARRY_OVER;
    return !finished(story) && !(spent && wish.again());
  }

  private Story resume(Story story) {
    stage.narration().story(story, false);
    return story;
  }

  private Story create(StorySource source) {
    Story story = source.create(stage.users().as(DemoRole.PO));
    stage.narration().story(story, true);
    return story;
  }

  private void travel(About about, Story story) {
    stage.narration().people(List.of(DemoRole.values()).stream().map(stage.users()::name).toList());
    try (ScratchRepository repository = open(story);
        StoryNews news = StoryNews.of(stage.users().as(DemoRole.PO), story.storyId())) {
      Journey journey =
          new Journey(
              about,
              story.storyId(),
              stage.users(),
              stage.gatekeeper(),
              stage.narration(),
              stage.pace().wokenBy(news),
              repository);
      journey.watchStory();
      STEPS.forEach(step -> step.take(journey));
    }
  }

  private ScratchRepository open(Story story) {
    if (wish.repository().isPresent()) {
      return ScratchRepository.existing(wish.repository().get(), stage.clock());
    }
    ScratchRepository own = ScratchRepository.own(repository(story), stage.clock());
    own.begin(
        "STORY.md",
        "# %s\n\n%s\n".formatted(story.title(), story.brief()),
        stage.users().name(DemoRole.PO));
    return own;
  }

  private Path repository(Story story) {
    return wish.repository().orElse(stage.folder().resolve("repos").resolve(story.storyId()));
  }

  /** Nothing is left to do for it: it is done, or was put aside for good. */
  private static boolean finished(Story story) {
    return story.state() == StoryState.DONE || story.state() == StoryState.ARCHIVED;
  }

  private WitanApi reader() {
    return stage.users().existing(DemoRole.PO).orElseGet(stage.reader());
  }
}
