// Times in whole seconds get their milliseconds, so that texts sort as the times that they tell.
// Not in what is hashed (the bodies of audit entries), nor in what the audit trail tells of an aggregate:
// there the next change brings it, and says so.
MATCH (n:AuditEntry) WHERE size(n.at) = 20 SET n.at = left(n.at, 19) + '.000Z';

MATCH (n:OutboxMessage) WHERE size(n.at) = 20 SET n.at = left(n.at, 19) + '.000Z';

MATCH (n:InboxMark) WHERE size(n.at) = 20 SET n.at = left(n.at, 19) + '.000Z';

MATCH (n:IdempotencyKey) WHERE size(n.at) = 20 SET n.at = left(n.at, 19) + '.000Z';

MATCH (n:Turn) WHERE size(n.recorded_at) = 20 SET n.recorded_at = left(n.recorded_at, 19) + '.000Z';
