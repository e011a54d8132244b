package io.witan.identity.adapter;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.identity.port.UserRepository;
import io.witan.ledger.adapter.Cursor;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.domain.AggregateRef;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphException;
import io.witan.neo4j.Row;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import io.witan.shared.Role;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Users as {@code User} nodes through the journal. The password hash is on a {@code Credential}
 * node beside it, written past the journal: audit entries and events never hold it.
 */
@ApplicationScoped
class Neo4jUserRepository implements UserRepository {
  private static final String KIND = "User";

  private final Graph graph;
  private final Journal journal;

  protected Neo4jUserRepository() {
    this(null, null);
  }

  @Inject
  Neo4jUserRepository(Graph graph, Journal journal) {
    this.graph = graph;
    this.journal = journal;
  }

  @Override
  public Optional<User> find(ActorId username) {
    return graph
        .first("MATCH (u:User {id: $id}) RETURN u{.*} AS node", Map.of("id", username.value()))
        .map(row -> user(row.row("node")));
  }

  @Override
  public Optional<Credentials> credentials(ActorId username) {
    return graph
        .first(
            """
            MATCH (u:User {id: $id})-[:PROVES_BY]->(c:Credential)
            RETURN u{.*} AS node, c.hash AS hash
            """,
            Map.of("id", username.value()))
        .map(row -> new Credentials(user(row.row("node")), new PasswordHash(row.text("hash"))));
  }

  @Override
  public boolean add(Change<User, UserEvent> created, PasswordHash hash) {
    try {
      journal.save(entry(created));
    } catch (GraphException refused) {
      if (refused.isDuplicate()) {
        return false;
      }
      throw refused;
    }
    graph.run(
        """
        MATCH (u:User {id: $id})
        CREATE (u)-[:PROVES_BY]->(:Credential {username: $id, hash: $hash})
        """,
        Map.of("id", created.after().username().value(), "hash", hash.encoded()));
    return true;
  }

  private static Journal.Entry entry(Change<User, UserEvent> created) {
    User user = created.after();
    Map<String, Object> properties =
        Map.of("roles", UserWire.roles(user.roles()), "created_at", Times.text(user.createdAt()));
    return new Journal.Entry(
        new AggregateRef(KIND, user.username().value()),
        user.version(),
        properties,
        "user.created",
        Map.of(),
        List.of(UserWire.tell(created.event())));
  }

  @Override
  public Page<User> list(Page.Request page) {
    List<User> found =
        graph
            .query(
                """
                MATCH (u:User) WHERE u.id > $after
                RETURN u{.*} AS node ORDER BY u.id LIMIT $most
                """,
                Map.of("after", after(page), "most", page.size() + 1))
            .stream()
            .map(row -> user(row.row("node")))
            .toList();
    Page<User> users = page(found, page.size());
    return page.counted() ? users.of(count()) : users;
  }

  private static String after(Page.Request page) {
    return page.after().map(text -> Cursor.parse(KIND, text)).orElse(Cursor.START).id();
  }

  private static Page<User> page(List<User> found, int size) {
    if (found.size() <= size) {
      return new Page<>(found, Optional.empty());
    }
    List<User> items = found.subList(0, size);
    String last = items.get(size - 1).username().value();
    return new Page<>(items, Optional.of(new Cursor("", last).text(KIND)));
  }

  private long count() {
    return graph
        .first("MATCH (u:User) RETURN count(u) AS many", Map.of())
        .orElseThrow(() -> new IllegalStateException("a count has no answer"))
        .number("many");
  }

  private static User user(Row node) {
    return new User(
        new ActorId(node.text("id")),
        node.texts("roles").stream()
            .map(role -> Role.parse("roles", role))
            .collect(Collectors.toUnmodifiableSet()),
        node.time("created_at"),
        node.number("version"));
  }
}
