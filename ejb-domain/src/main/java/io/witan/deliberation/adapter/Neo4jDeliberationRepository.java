package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationEvent.TurnRecorded;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.port.AnswerReader;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.domain.AggregateRef;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Change;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deliberations in Neo4j: one node each, and one per turn, written once in the transaction that
 * records it.
 */
@Dependent
public class Neo4jDeliberationRepository implements DeliberationRepository {
  // Neo4j reads what is committed when it comes to it: a change that commits between the node and
  // its turns shows one of them before it and one after. A node says how many turns it has, and
  // every turn is added under the node's lock, so that with the same number both are of one state.
  private static final String FREELY =
      DeliberationReader.statement("MATCH (d:Deliberation {id: $id})\n");
  private static final String ALONE =
      DeliberationReader.statement("MATCH (d:Deliberation {id: $id}) SET d._lock = true\n");

  private final Graph graph;
  private final Journal journal;
  private final DeliberationReader reader;

  @Inject
  public Neo4jDeliberationRepository(Graph graph, Journal journal, AnswerReader answers) {
    this.graph = graph;
    this.journal = journal;
    this.reader = new DeliberationReader(answers);
  }

  /** Of one state, even while others change it. */
  @Override
  public Optional<Deliberation> find(DeliberationId id) {
    return read(FREELY, id)
        .filter(Neo4jDeliberationRepository::isOfOneState)
        .or(() -> read(ALONE, id))
        .map(reader::deliberation);
  }

  private Optional<Row> read(String statement, DeliberationId id) {
    return graph.first(statement, Map.of("id", id.value()));
  }

  private static boolean isOfOneState(Row row) {
    return row.row("node").number("turns") == row.rows("turns").size();
  }

  @Override
  public Optional<Deliberation> lock(DeliberationId id) {
    return journal.lock(ref(id)).map(node -> reader.deliberation(node, turnsOf(id)));
  }

  @Override
  public Optional<Deliberation> lock(Deliberation seen) {
    return journal.recall(ref(seen.id()), seen.version(), DeliberationNodes.properties(seen))
        ? Optional.of(seen)
        : lock(seen.id());
  }

  private List<Row> turnsOf(DeliberationId id) {
    return graph
        .query(
            "MATCH (:Deliberation {id: $id})-[:TOOK]->(t:Turn) RETURN %s AS turn"
                .formatted(TurnNodes.COLUMNS),
            Map.of("id", id.value()))
        .stream()
        .map(row -> row.row("turn"))
        .toList();
  }

  /** The slot's node is what those who ask the same wait for. */
  @Override
  public Optional<Deliberation> openAbout(Subject subject, Purpose purpose) {
    Map<String, String> key = Map.of("key", DeliberationNodes.openKey(subject, purpose));
    return graph
        .first(
            """
            MERGE (s:DeliberationSlot {key: $key}) SET s._lock = true
            WITH s MATCH (d:Deliberation {open_key: $key}) RETURN d.id AS id
            """,
            key)
        .flatMap(row -> find(new DeliberationId(row.text("id"))));
  }

  @Override
  public Set<Role> rolesAtWork() {
    return graph
        .query(
            """
            MATCH (d:Deliberation) WHERE d.open_key IS NOT NULL
            UNWIND d.agent_roles AS role RETURN DISTINCT role
            """,
            Map.of())
        .stream()
        .map(row -> Role.parse("role", row.text("role")))
        .collect(Collectors.toSet());
  }

  @Override
  public Tried mandated(Subject subject, Purpose purpose, int round) {
    return graph
        .first(
            """
            MATCH (d:Deliberation {mandate_key: $key})
            RETURN count(d) AS many, count(d.cut_kind) > 0 AS is_cut
            """,
            Map.of("key", DeliberationNodes.mandateKey(subject, purpose, round)))
        .map(row -> new Tried((int) row.number("many"), row.flag("is_cut")))
        .orElseThrow(() -> new IllegalStateException("a count has no answer"));
  }

  /** The account's node is what those who ask the same wait for. */
  @Override
  public Budget committedOn(String storyId) {
    return graph
        .query(
            """
            MERGE (a:BudgetAccount {story_id: $story}) SET a._lock = true
            WITH a MATCH (d:Deliberation {story_id: $story})
            RETURN d.open_key IS NOT NULL AS open, d.budget_tokens AS most_tokens,
              d.budget_micros AS most_micros, d.prompt_tokens + d.completion_tokens AS tokens,
              coalesce(d.cost_micros, 0) AS micros
            """,
            Map.of("story", storyId))
        .stream()
        .map(TermsNodes::committed)
        .reduce(Budget.NOTHING, Budget::plus);
  }

  @Override
  public void save(Change<Deliberation, DeliberationEvent> change) {
    saveAll(List.of(change));
  }

  @Override
  public void saveAll(List<Change<Deliberation, DeliberationEvent>> changes) {
    journal.save(
        changes.stream().map(Neo4jDeliberationRepository::entry).toList(),
        changes.get(0).event() instanceof DeliberationEvent.DeliberationStarted started
            ? tie(started.charter())
            : turns(changes));
  }

  private static Journal.Parts turns(List<Change<Deliberation, DeliberationEvent>> changes) {
    return new Journal.Parts(
        "CREATE (a)-[:TOOK]->(t:Turn) SET t = part",
        changes.stream()
            .map(Change::event)
            .filter(TurnRecorded.class::isInstance)
            .map(event -> TurnNodes.properties((TurnRecorded) event))
            .toList());
  }

  private static Journal.Entry entry(Change<Deliberation, DeliberationEvent> change) {
    Deliberation after = change.after();
    Telling telling = DeliberationWire.tell(after, change.event());
    return new Journal.Entry(
        ref(after.id()),
        after.version(),
        DeliberationNodes.properties(after),
        telling.action(),
        telling.facts(),
        telling.messages());
  }

  /**
   * Ties it to the story or task, if Witan keeps one of that id; one that is named for a story to
   * that.
   */
  private static Journal.Parts tie(Charter charter) {
    Optional<String> named =
        charter.assignment().storyId().filter(any -> charter.purpose().isNamedForStory());
    boolean story = named.isPresent() || charter.subject().kind() == Subject.Kind.STORY;
    return new Journal.Parts(
        """
        OPTIONAL MATCH (s:%s {id: part.subject})
        FOREACH (known IN CASE WHEN s IS NULL THEN [] ELSE [s] END | CREATE (a)-[:ABOUT]->(known))
        """
            .formatted(story ? "Story" : "Task"),
        List.of(Map.of("subject", named.orElse(charter.subject().id()))));
  }

  @Override
  public Optional<String> requestOf(TurnKey turn) {
    return graph
        .first(
            "MATCH (t:Turn {id: $id}) RETURN t.request AS request", Map.of("id", turn.toString()))
        .map(row -> row.text("request"));
  }

  @Override
  public List<DeliberationId> ofStory(String storyId) {
    return graph
        .query(
            """
            MATCH (d:Deliberation {story_id: $story}) WHERE d.forked_from IS NULL
            RETURN d.id AS id ORDER BY d.created_at, d.id
            """,
            Map.of("story", storyId))
        .stream()
        .map(row -> new DeliberationId(row.text("id")))
        .toList();
  }

  @Override
  public Optional<DeliberationId> latestAbout(Subject subject) {
    return graph
        .first(
            """
            MATCH (d:Deliberation {subject_id: $id})
            WHERE d.subject_kind = $kind AND d.forked_from IS NULL
            RETURN d.id AS id ORDER BY d.created_at DESC, d.id DESC LIMIT 1
            """,
            Map.of("id", subject.id(), "kind", subject.kind().wire()))
        .map(row -> new DeliberationId(row.text("id")));
  }

  /** An open one has its key, see {@link DeliberationNodes}. */
  @Override
  public List<DeliberationId> openOfStory(String storyId) {
    return graph
        .query(
            """
            MATCH (d:Deliberation {story_id: $story}) WHERE d.open_key IS NOT NULL
            RETURN d.id AS id ORDER BY d.created_at, d.id
            """,
            Map.of("story", storyId))
        .stream()
        .map(row -> new DeliberationId(row.text("id")))
        .toList();
  }

  private static AggregateRef ref(DeliberationId id) {
    return new AggregateRef(DeliberationNodes.KIND, id.value());
  }
}
