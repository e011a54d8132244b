// Projects, epics and tasks get the mark that stories have: what is archived is left out of lists.
// An audit trail that does not tell it means false.
MATCH (n:Project) WHERE n.archived IS NULL SET n.archived = false;

MATCH (n:Epic) WHERE n.archived IS NULL SET n.archived = false;

MATCH (n:Task) WHERE n.archived IS NULL SET n.archived = false;

CREATE INDEX story_epic IF NOT EXISTS FOR (n:Story) ON (n.epic_id);
