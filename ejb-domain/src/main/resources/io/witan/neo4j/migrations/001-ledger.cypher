// Audit chain, outbox, inbox, idempotency.
CREATE CONSTRAINT audit_entry_place IF NOT EXISTS
FOR (e:AuditEntry) REQUIRE (e.kind, e.aggregate_id, e.sequence) IS UNIQUE;

CREATE CONSTRAINT outbox_message_id IF NOT EXISTS
FOR (m:OutboxMessage) REQUIRE m.message_id IS UNIQUE;

CREATE INDEX pending_order IF NOT EXISTS
FOR (m:Pending) ON (m.at);

CREATE CONSTRAINT inbox_key IF NOT EXISTS
FOR (i:InboxMark) REQUIRE i.key IS UNIQUE;

CREATE CONSTRAINT idempotency_key IF NOT EXISTS
FOR (k:IdempotencyKey) REQUIRE k.key IS UNIQUE;
