package io.witan.planning.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.Archived;
import io.witan.planning.port.CeremonyRepository;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.ProjectRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Page;
import io.witan.testing.QueryPlan;
import io.witan.testkit.TestServers;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How Neo4j finds a page among thousands, for every kind, filter and order that the edges offer: it
 * must not cost more the more there are. What does cost more is named here, and why is in ADR 22.
 */
class ListPlansIT {
  private static final int MANY = 3_000;
  private static final int PAGE = 10;

  /**
   * Half of the many are of then, and half of the past: in every order they come before what other
   * tests have left behind.
   */
  private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

  private static final int HITS_OF_AN_ITEM = 20;
  private static final String NOTHING = "nothing";

  /**
   * By the time of their last change, what these find is sorted: an index more for each would be
   * moved by every change.
   */
  private static final Set<String> SORTED_BY_CHANGE =
      Set.of(
          "project by status",
          "project by owner",
          "epic by project",
          "epic by status",
          "story by epic",
          "story by sourceDigest",
          "story by creator",
          "task by story",
          "task by plan",
          "task by status",
          "task by type",
          "ceremony by status",
          "ceremony by createdBy",
          "derivation by story");

  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final QueryPlan.Profiled GRAPH = new QueryPlan.Profiled(TestServers.graph());

  private static final List<Kind<?>> KINDS =
      List.of(
          new Kind<>(
              "project",
              ProjectRepository.Filter.class,
              new Neo4jProjectRepository(GRAPH, LEDGER.journal)::list,
              Map.of(
                  "status", ProjectStatus.ACTIVE, "owner", new ActorId("u-many-1"), "text", "man")),
          new Kind<>(
              "epic",
              EpicRepository.Filter.class,
              new Neo4jEpicRepository(GRAPH, LEDGER.journal)::list,
              Map.of(
                  "project",
                  new ProjectId("PROJ-many-1"),
                  "status",
                  EpicStatus.ACTIVE,
                  "text",
                  "man")),
          new Kind<>(
              "story",
              StoryRepository.Filter.class,
              new Neo4jStoryRepository(GRAPH, LEDGER.journal)::list,
              Map.of(
                  "state",
                  StoryState.DRAFT,
                  "epic",
                  new EpicId("E-many-1"),
                  "sourceDigest",
                  "d-many-1",
                  "creator",
                  new ActorId("u-many-1"),
                  "text",
                  "man")),
          new Kind<>(
              "task",
              TaskRepository.Filter.class,
              new Neo4jTaskRepository(GRAPH, LEDGER.journal)::list,
              Map.of(
                  "story",
                  new StoryId("s-many-1"),
                  "plan",
                  new PlanId("PL-many-1"),
                  "status",
                  TaskStatus.TODO,
                  "type",
                  TaskType.DEVELOPMENT,
                  "text",
                  "man")),
          new Kind<>(
              "ceremony",
              CeremonyRepository.Filter.class,
              new Neo4jCeremonyRepository(GRAPH, LEDGER.journal)::list,
              Map.of("status", CeremonyStatus.DRAFT, "createdBy", new ActorId("u-many-1"))),
          new Kind<>(
              "derivation",
              DerivationRepository.Filter.class,
              new Neo4jDerivationRepository(GRAPH, LEDGER.journal)::list,
              Map.of("status", DerivationStatus.FAILED, "story", new StoryId("s-many-1"))));

  /**
   * A kind of things that are listed.
   *
   * @param values for each part of the filter, something that a sixth of them have or more
   */
  private record Kind<F extends Record>(
      String name,
      Class<F> filter,
      BiFunction<F, Page.Request, Page<?>> repository,
      Map<String, Object> values) {

    Stream<Listed> lists(Archived archived) {
      return Stream.concat(Stream.of(NOTHING), values.keySet().stream().sorted())
          .flatMap(
              narrowing ->
                  Stream.of(Page.Order.values())
                      .map(order -> new Listed(this, narrowing, archived, order)));
    }

    Page<?> list(Listed wanted, Page.Request page) {
      return repository.apply(filter(wanted), page.in(wanted.order()));
    }

    private F filter(Listed wanted) {
      RecordComponent[] parts = filter.getRecordComponents();
      try {
        return filter
            .getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new))
            .newInstance(Arrays.stream(parts).map(part -> value(part, wanted)).toArray());
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private Object value(RecordComponent part, Listed wanted) {
      if (part.getType() == Archived.class) {
        return wanted.archived();
      }
      return part.getName().equals(wanted.narrowing())
          ? Optional.of(values.get(part.getName()))
          : Optional.empty();
    }
  }

  /** A list: what is narrowed by what, in which order. */
  private record Listed(Kind<?> kind, String narrowing, Archived archived, Page.Order order) {
    Page<?> page(Page.Request page) {
      return kind.list(this, page);
    }

    boolean isSorted() {
      return order.property().equals("updated_at")
          && SORTED_BY_CHANGE.contains("%s by %s".formatted(kind.name(), narrowing));
    }

    /** Both ways through an index are alike, and each statement takes Neo4j a while to plan. */
    boolean isOneWay() {
      return order == Page.Order.OLDEST || order == Page.Order.LATEST_CHANGED;
    }

    boolean isLookedThrough() {
      return narrowing.equals("text");
    }

    @Override
    public String toString() {
      return "%s by %s, %s, archived %s".formatted(kind.name(), narrowing, order, archived);
    }
  }

  @BeforeAll
  static void thousands_of_each() {
    many("Project", "name: 'Many', description: '', status: 'ACTIVE', owner: 'u-many-' + part");
    many(
        "Epic",
        "project_id: 'PROJ-many-' + part, title: 'Many', description: '', status: 'ACTIVE'");
    many(
        "Story",
        """
        epic_id: 'E-many-' + part, title: 'Many', brief: 'Many', acceptance_criteria: [],
        state: 'DRAFT', dor_score: 0, created_by: 'u-many-' + part,
        source_digest: 'd-many-' + part\
        """);
    many(
        "Task",
        """
        story_id: 's-many-' + part, plan_id: 'PL-many-' + part, title: 'Many', description: 'Many',
        type: 'DEVELOPMENT', status: 'TODO', assigned_to: 'developer', estimated_hours: 1,
        priority: 1, depends_on: []\
        """);
    many(
        "BacklogReviewCeremony",
        "status: 'DRAFT', story_ids: [], story_count: 0, created_by: 'u-many-' + part");
    many(
        "TaskDerivation",
        """
        plan_id: 'PL-many-' + number, story_id: 's-many-' + part, status: 'FAILED', tasks: 0,
        deliberation_id: 'd-many', reason: 'A circle'\
        """);
    LEDGER.graph.run("CALL db.awaitIndexes(60)", Map.of());
  }

  private static void many(String kind, String properties) {
    LEDGER.graph.run(
        """
        UNWIND range(1, $many) AS number
        WITH number, number %% 3 AS part,
          CASE WHEN number <= $many / 2 THEN 0 ELSE $future END + number * 1000 AS millis
        WITH number, part, toString(datetime({epochMillis: millis})) AS second
        WITH number, part, left(second, 19) + '.000Z' AS at
        CREATE (:%s:Many {
          id: 'many-' + number, created_at: at, updated_at: at, archived: number %% 2 = 0,
          version: 1, _head: '', %s})
        """
            .formatted(kind, properties),
        Map.of("many", MANY, "future", FUTURE.toEpochMilli()));
  }

  @AfterAll
  static void as_if_nothing_had_been() {
    LEDGER.graph.run("MATCH (n:Many) DELETE n", Map.of());
    GRAPH.close();
  }

  static Stream<Listed> all() {
    return KINDS.stream().flatMap(kind -> kind.lists(Archived.HIDDEN));
  }

  static Stream<Listed> bounded() {
    return all().filter(list -> !list.isSorted());
  }

  static Stream<Listed> counted() {
    return bounded().filter(Listed::isOneWay).filter(list -> !list.isLookedThrough());
  }

  static Stream<Listed> sorted() {
    return all().filter(Listed::isSorted);
  }

  static Stream<Listed> archived() {
    return KINDS.stream()
        .filter(kind -> !Set.of("ceremony", "derivation").contains(kind.name()))
        .flatMap(kind -> kind.lists(Archived.SHOWN))
        .filter(Listed::isOneWay)
        .filter(list -> !list.isSorted());
  }

  @Test
  void every_part_of_every_filter_is_tried() {
    assertThat(KINDS)
        .allSatisfy(
            kind ->
                assertThat(kind.filter().getRecordComponents())
                    .extracting(RecordComponent::getName)
                    .filteredOn(part -> !part.equals("archived"))
                    .containsExactlyInAnyOrderElementsOf(kind.values().keySet()));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void a_page_is_a_seek_and_a_step_for_each_item(Listed list) {
    assertThat(plansOfTwoPages(list))
        .allSatisfy(
            plan -> {
              assertThat(plan.operators())
                  .contains("NodeIndexSeek")
                  .doesNotContain("AllNodesScan", "NodeByLabelScan", "Sort", "Top", "Union");
              assertBounded(list, plan, (PAGE + 1) * HITS_OF_AN_ITEM);
            });
  }

  /** What does not have a text is passed over, and what else is in the graph is not known. */
  private static void assertBounded(Listed list, QueryPlan plan, int most) {
    assertThat(list.isLookedThrough() ? 0 : plan.hits()).isLessThan(most);
  }

  @ParameterizedTest
  @MethodSource("archived")
  void a_page_with_what_was_archived_is_two_of_them(Listed list) {
    assertThat(plansOfTwoPages(list))
        .allSatisfy(
            plan -> {
              assertThat(plan.operators())
                  .doesNotContain("AllNodesScan", "NodeByLabelScan", "Sort")
                  .filteredOn("NodeIndexSeek"::equals)
                  .hasSize(2);
              assertBounded(list, plan, 2 * (PAGE + 1) * HITS_OF_AN_ITEM);
            });
  }

  @ParameterizedTest
  @MethodSource("sorted")
  void a_page_in_an_order_without_an_index_is_sorted_from_what_the_filter_finds(Listed list) {
    assertThat(plansOfTwoPages(list))
        .allSatisfy(
            plan -> {
              assertThat(plan.operators())
                  .contains("NodeIndexSeek")
                  .doesNotContain("AllNodesScan", "NodeByLabelScan")
                  .containsAnyOf("Sort", "Top");
              assertThat(plan.hits()).isGreaterThan((PAGE + 1) * HITS_OF_AN_ITEM);
            });
  }

  private static List<QueryPlan> plansOfTwoPages(Listed list) {
    Page.Request first = Page.Request.first(PAGE);
    Page<?> start = list.page(first);
    Page<?> second = list.page(first.in(list.order()).from(start.next().orElseThrow()));
    List<QueryPlan> plans = GRAPH.plans();

    assertThat(List.<Object>copyOf(second.items()))
        .hasSize(PAGE)
        .hasSameSizeAs(start.items())
        .doesNotContainAnyElementsOf(start.items());
    assertThat(plans).hasSize(2);
    return plans;
  }

  @ParameterizedTest
  @MethodSource("counted")
  void its_total_is_counted_in_the_index(Listed list) {
    Page<?> page = list.page(Page.Request.first(PAGE).withTotal());
    List<QueryPlan> plans = GRAPH.plans();

    long total = page.total().orElseThrow();
    assertThat(total).isGreaterThanOrEqualTo(MANY / 6);
    assertThat(plans.get(1).operators()).contains("NodeIndexSeek").doesNotContain("Filter");
    assertThat(plans.get(1).hits()).isLessThan(total + PAGE);
  }

  @ParameterizedTest
  @MethodSource("counted")
  void what_is_passed_over_is_not_read(Listed list) {
    int far = 300;
    Page<?> page = list.page(Page.Request.first(PAGE).passing(far));

    assertThat(page.items()).hasSize(PAGE);
    assertThat(GRAPH.plans().get(0).hits()).isLessThan((PAGE + 1) * HITS_OF_AN_ITEM + 2L * far);
  }

  @Test
  void what_lies_open_below_something_is_found_by_a_seek() {
    new Neo4jEpicRepository(GRAPH, LEDGER.journal).openOf(new ProjectId("PROJ-many-1"), PAGE);
    new Neo4jStoryRepository(GRAPH, LEDGER.journal).openOf(new EpicId("E-many-1"), PAGE);
    new Neo4jTaskRepository(GRAPH, LEDGER.journal).ofStory(new StoryId("s-many-none"));

    assertThat(GRAPH.plans())
        .hasSize(3)
        .allSatisfy(
            plan -> {
              assertThat(plan.operators()).contains("NodeIndexSeek").doesNotContain("Sort");
              assertThat(plan.hits()).isLessThan(4L * PAGE);
            });
  }
}
