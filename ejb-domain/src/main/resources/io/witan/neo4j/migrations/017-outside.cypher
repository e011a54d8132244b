// Turns that agents from outside take, tasks on which they work by themselves, and what is told about stories: one of
// each name.
CREATE CONSTRAINT outside_turn_id IF NOT EXISTS FOR (n:OutsideTurn) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT collected_task_id IF NOT EXISTS FOR (n:CollectedTask) REQUIRE n.id IS UNIQUE;
CREATE INDEX collected_task_status IF NOT EXISTS FOR (n:CollectedTask) ON (n.status);
CREATE CONSTRAINT bulletin_id IF NOT EXISTS FOR (n:Bulletin) REQUIRE n.id IS UNIQUE;
