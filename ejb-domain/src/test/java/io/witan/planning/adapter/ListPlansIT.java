package io.witan.planning.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.Archived;
import io.witan.planning.port.StoryRepository.Filter;
import io.witan.shared.Page;
import io.witan.testing.QueryPlan;
import io.witan.testkit.TestServers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How Neo4j finds a page among many stories: it must not cost more the more there are. */
class ListPlansIT {
  private static final int MANY = 3_000;
  private static final int PAGE = 10;
  private static final int HITS_OF_AN_ITEM = 20;
  private static final Filter ALL = filter(Optional.empty(), Optional.empty());

  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final QueryPlan.Profiled GRAPH = new QueryPlan.Profiled(TestServers.graph());

  private final Neo4jStoryRepository stories = new Neo4jStoryRepository(GRAPH, LEDGER.journal);

  @BeforeAll
  static void thousands_of_stories() {
    LEDGER.graph.run(
        """
        UNWIND range(1, $many) AS number
        WITH number, toString(datetime({epochMillis: number * 1000})) AS second
        WITH number, left(second, 19) + '.000Z' AS at
        CREATE (:Story:Many {
          id: 's-many-' + number, epic_id: 'E-many-' + number % 3, title: 'Many', brief: 'Many',
          acceptance_criteria: [], state: 'DRAFT', dor_score: 0, created_by: 'u-' + number % 3,
          created_at: at, updated_at: at, archived: false, version: 1, _head: ''})
        """,
        Map.of("many", MANY));
    LEDGER.graph.run("CALL db.awaitIndexes(60)", Map.of());
  }

  @AfterAll
  static void as_if_nothing_had_been() {
    LEDGER.graph.run("MATCH (n:Many) DELETE n", Map.of());
    GRAPH.close();
  }

  private static Filter filter(Optional<StoryState> state, Optional<EpicId> epic) {
    return new Filter(
        state, epic, Optional.empty(), Optional.empty(), Optional.empty(), Archived.HIDDEN);
  }

  static Stream<Arguments> bounded() {
    Filter drafts = filter(Optional.of(StoryState.DRAFT), Optional.empty());
    Filter ofEpic = filter(Optional.empty(), Optional.of(new EpicId("E-many-1")));
    return Stream.concat(
        Stream.of(Page.Order.values())
            .flatMap(order -> Stream.of(Arguments.of(order, ALL), Arguments.of(order, drafts))),
        Stream.of(
            Arguments.of(Page.Order.OLDEST, ofEpic), Arguments.of(Page.Order.NEWEST, ofEpic)));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void a_page_is_a_seek_and_a_step_for_each_item(Page.Order order, Filter filter) {
    Page.Request first = Page.Request.first(PAGE).in(order);
    Page<Story> start = stories.list(filter, first);
    Page<Story> second = stories.list(filter, first.from(start.next().orElseThrow()));

    assertThat(start.items()).hasSize(PAGE);
    assertThat(second.items()).hasSize(PAGE).doesNotContainAnyElementsOf(start.items());
    assertThat(GRAPH.plans())
        .hasSize(2)
        .allSatisfy(
            plan -> {
              assertThat(plan.operators())
                  .contains("NodeIndexSeek")
                  .doesNotContain("AllNodesScan", "NodeByLabelScan", "Sort", "Top", "Union");
              assertThat(plan.hits()).isLessThan((PAGE + 1) * HITS_OF_AN_ITEM);
            });
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void its_total_is_counted_in_the_index(Page.Order order, Filter filter) {
    Page<Story> page = stories.list(filter, Page.Request.first(PAGE).in(order).withTotal());
    List<QueryPlan> plans = GRAPH.plans();

    long total = page.total().orElseThrow();
    assertThat(total).isGreaterThanOrEqualTo(MANY / 3);
    assertThat(plans.get(1).operators()).contains("NodeIndexSeek").doesNotContain("Filter");
    assertThat(plans.get(1).hits()).isLessThan(total + PAGE);
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void what_is_passed_over_is_not_read(Page.Order order, Filter filter) {
    int far = 500;
    stories.list(filter, Page.Request.first(PAGE).in(order).passing(far));

    assertThat(GRAPH.plans().get(0).hits()).isLessThan((PAGE + 1) * HITS_OF_AN_ITEM + 2L * far);
  }
}
