// Relay: its lease, what was sent and where, what cannot be sent; an actor's refusals; what may be removed.
CREATE CONSTRAINT relay_lease_name IF NOT EXISTS
FOR (l:RelayLease) REQUIRE l.name IS UNIQUE;

CREATE INDEX pending_aggregate IF NOT EXISTS
FOR (m:Pending) ON (m.aggregate_id, m.sequence);

CREATE INDEX outbox_place IF NOT EXISTS
FOR (m:OutboxMessage) ON (m.stream, m.stream_seq);

CREATE INDEX outbox_sent_at IF NOT EXISTS
FOR (m:OutboxMessage) ON (m.sent_at);

CREATE CONSTRAINT actor_log_id IF NOT EXISTS
FOR (a:ActorLog) REQUIRE a.id IS UNIQUE;

CREATE INDEX inbox_at IF NOT EXISTS
FOR (i:InboxMark) ON (i.at);

CREATE INDEX idempotency_at IF NOT EXISTS
FOR (k:IdempotencyKey) ON (k.at);
