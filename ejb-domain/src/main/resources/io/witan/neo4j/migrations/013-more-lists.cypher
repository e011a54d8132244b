// Lists: an index, in its order, for what only narrowed so far.
CREATE INDEX project_list_of_owner IF NOT EXISTS FOR (n:Project) ON (n.archived, n.owner, n.created_at, n.id);

CREATE INDEX project_list_in_status IF NOT EXISTS FOR (n:Project) ON (n.archived, n.status, n.created_at, n.id);

CREATE INDEX epic_list_in_status IF NOT EXISTS FOR (n:Epic) ON (n.archived, n.status, n.created_at, n.id);

CREATE INDEX task_list_of_plan IF NOT EXISTS FOR (n:Task) ON (n.archived, n.plan_id, n.created_at, n.id);

CREATE INDEX task_list_of_type IF NOT EXISTS FOR (n:Task) ON (n.archived, n.type, n.created_at, n.id);

CREATE INDEX backlog_review_ceremony_changed IF NOT EXISTS FOR (n:BacklogReviewCeremony) ON (n.updated_at, n.id);

CREATE INDEX backlog_review_ceremony_in_status IF NOT EXISTS FOR (n:BacklogReviewCeremony) ON (n.status, n.created_at, n.id);

CREATE INDEX backlog_review_ceremony_by_creator IF NOT EXISTS FOR (n:BacklogReviewCeremony) ON (n.created_by, n.created_at, n.id);

// Those of the lists do what these did.
DROP INDEX backlog_review_ceremony_status IF EXISTS;

DROP INDEX epic_project IF EXISTS;

DROP INDEX story_epic IF EXISTS;
