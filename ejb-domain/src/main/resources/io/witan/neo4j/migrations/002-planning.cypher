// Projects, epics, stories, plans, tasks, and the tasks' workflows.
CREATE CONSTRAINT project_id IF NOT EXISTS FOR (n:Project) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT epic_id IF NOT EXISTS FOR (n:Epic) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT story_id IF NOT EXISTS FOR (n:Story) REQUIRE n.id IS UNIQUE;

CREATE INDEX story_state IF NOT EXISTS FOR (n:Story) ON (n.state);

CREATE INDEX story_source IF NOT EXISTS FOR (n:Story) ON (n.source_digest);

CREATE CONSTRAINT plan_id IF NOT EXISTS FOR (n:Plan) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT task_id IF NOT EXISTS FOR (n:Task) REQUIRE n.id IS UNIQUE;

CREATE INDEX task_story IF NOT EXISTS FOR (n:Task) ON (n.story_id);

CREATE CONSTRAINT task_workflow_id IF NOT EXISTS FOR (n:TaskWorkflow) REQUIRE n.id IS UNIQUE;

CREATE INDEX task_workflow_story IF NOT EXISTS FOR (n:TaskWorkflow) ON (n.story_id);

CREATE INDEX task_workflow_state IF NOT EXISTS FOR (n:TaskWorkflow) ON (n.state);

CREATE INDEX plan_story IF NOT EXISTS FOR (n:Plan) ON (n.story_id);

CREATE INDEX plan_deliberation IF NOT EXISTS FOR (n:Plan) ON (n.deliberation_id);

CREATE INDEX epic_project IF NOT EXISTS FOR (n:Epic) ON (n.project_id);

CREATE INDEX story_order IF NOT EXISTS FOR (n:Story) ON (n.created_at, n.id);
