package io.witan.planning.port;

import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.StoryRepository.Filter;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import io.witan.testing.ListedRepositoryContract;
import io.witan.testing.Moments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link StoryRepository} promises. */
public abstract class StoryRepositoryContract extends ListedRepositoryContract<Story, StoryEvent> {

  protected abstract StoryRepository stories();

  @Override
  protected Change<Story, StoryEvent> something() {
    return aStory().from("digest-1").written();
  }

  @Override
  protected Change<Story, StoryEvent> changed(Story before, long version) {
    return new Change<>(
        aStory()
            .called(before.id().value())
            .of(before.epic())
            .in(StoryState.PO_REVIEW)
            .builtBy(new PlanId("PL-" + version))
            .atVersion(version)
            .build(),
        new StoryTransitioned(
            before.id(),
            before.state(),
            StoryState.PO_REVIEW,
            before.createdBy(),
            Optional.of("a reason"),
            Optional.empty(),
            List.of(new TaskId("T-1")),
            Moments.NOON));
  }

  @Override
  protected Optional<Story> find(Story thing) {
    return stories().find(thing.id());
  }

  @Override
  protected Optional<Story> lock(Story thing) {
    return stories().lock(thing.id());
  }

  @Override
  protected void save(Change<Story, StoryEvent> change) {
    stories().save(change);
  }

  @Override
  protected Page<Story> list(Page.Request request) {
    return stories().list(Filter.NONE, request);
  }

  @Override
  protected long version(Story thing) {
    return thing.version();
  }

  private Function<Page.Request, Page<Story>> of(EpicId epic) {
    return of(epic, Archived.HIDDEN);
  }

  private Function<Page.Request, Page<Story>> of(EpicId epic, Archived archived) {
    return page -> stories().list(Filter.of(epic).with(archived), page);
  }

  private static EpicId anEpic() {
    return new EpicId("E-" + UUID.randomUUID());
  }

  @Test
  void stories_are_listed_page_by_page_the_oldest_first() {
    EpicId epic = anEpic();
    Story third = saved(aStory().of(epic).createdAt(Moments.NOON.plusMillis(1)).written());
    Story first = saved(aStory().of(epic).createdAt(Moments.MORNING).written());
    Story second = saved(aStory().of(epic).createdAt(Moments.NOON).written());

    assertThat(walk(of(epic))).containsExactly(first, second, third);
  }

  @Test
  void a_whole_second_comes_before_its_milliseconds() {
    EpicId epic = anEpic();
    Instant second = Moments.NOON.truncatedTo(ChronoUnit.SECONDS);
    Story later = saved(aStory().of(epic).createdAt(second.plusMillis(7)).written());
    Story earlier = saved(aStory().of(epic).createdAt(second).written());

    assertThat(walk(of(epic))).containsExactly(earlier, later);
  }

  @Test
  void stories_of_the_same_moment_are_listed_by_their_ids() {
    EpicId epic = anEpic();
    String name = UUID.randomUUID().toString();
    Story b = saved(aStory().called("s-b-" + name).of(epic).written());
    Story c = saved(aStory().called("s-c-" + name).of(epic).written());
    Story a = saved(aStory().called("s-a-" + name).of(epic).written());

    assertThat(walk(of(epic))).containsExactly(a, b, c);
  }

  @Test
  void archived_stories_are_found_and_listed_when_they_are_asked_for() {
    EpicId epic = anEpic();
    Story archived = saved(aStory().of(epic).archived().written());
    Story open = saved(aStory().of(epic).createdAt(Moments.NOON).written());

    assertThat(walk(of(epic))).containsExactly(open);
    assertThat(walk(of(epic, Archived.SHOWN))).containsExactly(archived, open);
    assertThat(stories().find(archived.id())).contains(archived);
    assertThat(stories().openOf(epic, 5)).containsExactly(open.id());
    assertThat(stories().openOf(epic, 0)).isEmpty();
  }

  @Test
  void a_list_is_narrowed_by_state_epic_and_source_together() {
    EpicId epic = anEpic();
    Story wanted = saved(aStory().of(epic).planned().from("digest-a").written());
    saved(aStory().of(epic).planned().from("digest-b").written());
    saved(aStory().of(epic).planned().written());
    saved(aStory().of(epic).inProgress().from("digest-a").written());
    saved(aStory().of(anEpic()).planned().from("digest-a").written());

    assertThat(
            walk(
                page ->
                    stories()
                        .list(
                            new Filter(
                                Optional.of(StoryState.PLANNED),
                                Optional.of(epic),
                                Optional.of("digest-a"),
                                Optional.empty(),
                                Optional.empty(),
                                Archived.HIDDEN),
                            page)))
        .containsExactly(wanted);
  }

  @Test
  void a_list_is_narrowed_by_creator_and_a_part_of_the_title() {
    EpicId epic = anEpic();
    Story wanted = saved(aStory().of(epic).titled("Größe 50 % im KORB").by("ann").written());
    saved(aStory().of(epic).titled("Größe 50 % im Korb").by("bob").written());
    saved(aStory().of(epic).titled("Something else").by("ann").written());
    Filter filter =
        new Filter(
            Optional.empty(),
            Optional.of(epic),
            Optional.empty(),
            Optional.of(new ActorId("ann")),
            Optional.of("größe 50 % im Korb"),
            Archived.HIDDEN);

    assertThat(walk(page -> stories().list(filter, page))).containsExactly(wanted);
  }

  @ParameterizedTest
  @EnumSource(Page.Order.class)
  void a_list_has_the_order_that_is_asked_for(Page.Order order) {
    EpicId epic = anEpic();
    Instant noon = Moments.NOON;
    Story first = saved(aStory().of(epic).createdAt(noon).changedAt(noon.plusSeconds(9)).written());
    Story second =
        saved(
            aStory()
                .of(epic)
                .createdAt(noon.plusMillis(1))
                .changedAt(noon.plusSeconds(7))
                .written());
    Story third =
        saved(
            aStory()
                .of(epic)
                .createdAt(noon.plusMillis(2))
                .changedAt(noon.plusSeconds(8))
                .written());

    assertThat(walk(page -> stories().list(Filter.of(epic), page.in(order))))
        .isEqualTo(
            switch (order) {
              case OLDEST -> List.of(first, second, third);
              case NEWEST -> List.of(third, second, first);
              case LONGEST_UNCHANGED -> List.of(second, third, first);
              case LATEST_CHANGED -> List.of(first, third, second);
            });
  }

  @Test
  void a_page_tells_the_number_of_all_when_it_is_asked_for() {
    EpicId epic = anEpic();
    for (int number = 0; number < 3; number++) {
      saved(aStory().of(epic).written());
    }

    Page.Request two = Page.Request.first(2);
    assertThat(of(epic).apply(two).total()).isEmpty();
    assertThat(of(epic).apply(two.withTotal()).total()).contains(3L);
    assertThat(of(anEpic()).apply(two.withTotal()).total()).contains(0L);
  }

  @Test
  void a_page_can_start_further_on() {
    EpicId epic = anEpic();
    saved(aStory().of(epic).createdAt(Moments.MORNING).written());
    Story second = saved(aStory().of(epic).createdAt(Moments.NOON).written());

    assertThat(of(epic).apply(Page.Request.first(5).passing(1)).items()).containsExactly(second);
    assertThat(of(epic).apply(Page.Request.first(5).passing(2)).items()).isEmpty();
  }

  @Test
  void a_page_of_another_list_is_refused() {
    EpicId epic = anEpic();
    saved(aStory().of(epic).written());
    saved(aStory().of(epic).written());
    Page.Request one = Page.Request.first(1);
    String next = of(epic).apply(one).next().orElseThrow();

    assertThat(of(epic).apply(one.from(next)).items()).hasSize(1);
    assertThatThrownBy(() -> of(anEpic()).apply(one.from(next)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("after is");
    assertThatThrownBy(() -> of(epic).apply(one.in(Page.Order.NEWEST).from(next)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("after is");
  }

  @Test
  void a_list_that_is_not_narrowed_holds_everybodys_stories() {
    Story one = saved(aStory().of(anEpic()).written());
    Story other = saved(aStory().of(anEpic()).written());

    assertThat(walk(this::list)).contains(one, other);
  }
}
