package io.witan.identity.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.identity.port.UserRepository;
import io.witan.identity.port.UserRepositoryContract;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testkit.TestServers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Neo4jUserRepositoryIT extends UserRepositoryContract {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final Neo4jUserRepository users = new Neo4jUserRepository(LEDGER.graph, LEDGER.journal);

  @Override
  protected UserRepository users() {
    return users;
  }

  @Override
  protected boolean add(Change<User, UserEvent> created, PasswordHash hash) {
    return LEDGER
        .transactions
        .run(
            Command.by(Actor.system()),
            () ->
                users.add(created, hash)
                    ? Outcome.done(true)
                    : Refusal.of(Refusal.Code.ALREADY_EXISTS, "taken").<Boolean>asOutcome())
        .isDone();
  }

  @Test
  void no_audit_entry_and_no_event_holds_the_hash() {
    ActorId name = new ActorId("secret-" + UUID.randomUUID());
    PasswordHash hash = new PasswordHash("$argon2id$v=19$" + UUID.randomUUID());

    add(User.create(name, Set.of(Role.PO), Instant.parse("2026-01-02T03:04:05Z")), hash);

    List<AuditEntry> entries = LEDGER.trail.of(new AggregateRef("User", name.value()));
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).body()).doesNotContain(hash.encoded());
    assertThat(LEDGER.trail.verify(new AggregateRef("User", name.value())).holds()).isTrue();
    assertThat(LEDGER.committed.toString()).contains(name.value()).doesNotContain(hash.encoded());
  }
}
