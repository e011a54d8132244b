// Backlog review ceremonies.
CREATE CONSTRAINT backlog_review_ceremony_id IF NOT EXISTS
FOR (n:BacklogReviewCeremony) REQUIRE n.id IS UNIQUE;

CREATE INDEX backlog_review_ceremony_order IF NOT EXISTS
FOR (n:BacklogReviewCeremony) ON (n.created_at, n.id);

CREATE INDEX backlog_review_ceremony_status IF NOT EXISTS
FOR (n:BacklogReviewCeremony) ON (n.status);
