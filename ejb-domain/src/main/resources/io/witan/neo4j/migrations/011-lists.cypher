// Lists: for each way to narrow one, an index that also holds its order. A page is a seek and a step for each item.
CREATE INDEX project_list IF NOT EXISTS FOR (n:Project) ON (n.archived, n.created_at, n.id);

CREATE INDEX project_list_changed IF NOT EXISTS FOR (n:Project) ON (n.archived, n.updated_at, n.id);

CREATE INDEX epic_list IF NOT EXISTS FOR (n:Epic) ON (n.archived, n.created_at, n.id);

CREATE INDEX epic_list_changed IF NOT EXISTS FOR (n:Epic) ON (n.archived, n.updated_at, n.id);

CREATE INDEX epic_list_of_project IF NOT EXISTS FOR (n:Epic) ON (n.archived, n.project_id, n.created_at, n.id);

CREATE INDEX story_list IF NOT EXISTS FOR (n:Story) ON (n.archived, n.created_at, n.id);

CREATE INDEX story_list_changed IF NOT EXISTS FOR (n:Story) ON (n.archived, n.updated_at, n.id);

CREATE INDEX story_list_in_state IF NOT EXISTS FOR (n:Story) ON (n.archived, n.state, n.created_at, n.id);

CREATE INDEX story_list_in_state_changed IF NOT EXISTS FOR (n:Story) ON (n.archived, n.state, n.updated_at, n.id);

CREATE INDEX story_list_of_epic IF NOT EXISTS FOR (n:Story) ON (n.archived, n.epic_id, n.created_at, n.id);

CREATE INDEX story_list_of_source IF NOT EXISTS FOR (n:Story) ON (n.archived, n.source_digest, n.created_at, n.id);

CREATE INDEX story_list_by_creator IF NOT EXISTS FOR (n:Story) ON (n.archived, n.created_by, n.created_at, n.id);

CREATE INDEX task_list IF NOT EXISTS FOR (n:Task) ON (n.archived, n.created_at, n.id);

CREATE INDEX task_list_changed IF NOT EXISTS FOR (n:Task) ON (n.archived, n.updated_at, n.id);

CREATE INDEX task_list_in_status IF NOT EXISTS FOR (n:Task) ON (n.archived, n.status, n.created_at, n.id);

CREATE INDEX task_list_of_story IF NOT EXISTS FOR (n:Task) ON (n.archived, n.story_id, n.created_at, n.id);

// They do what these did.
DROP INDEX story_state IF EXISTS;

DROP INDEX story_order IF EXISTS;

DROP INDEX story_source IF EXISTS;
