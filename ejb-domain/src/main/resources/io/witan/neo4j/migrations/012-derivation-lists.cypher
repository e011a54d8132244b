// Lists of derivations, most of all of those that wait for a person.
CREATE INDEX task_derivation_list IF NOT EXISTS FOR (n:TaskDerivation) ON (n.created_at, n.id);

CREATE INDEX task_derivation_list_changed IF NOT EXISTS FOR (n:TaskDerivation) ON (n.updated_at, n.id);

CREATE INDEX task_derivation_list_in_status IF NOT EXISTS FOR (n:TaskDerivation) ON (n.status, n.created_at, n.id);

CREATE INDEX task_derivation_list_in_status_changed IF NOT EXISTS FOR (n:TaskDerivation) ON (n.status, n.updated_at, n.id);

CREATE INDEX task_derivation_list_of_story IF NOT EXISTS FOR (n:TaskDerivation) ON (n.story_id, n.created_at, n.id);
