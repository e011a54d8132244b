// Tasks that wait for others are tied to them, with the reason; the tasks of a plan may be derived from it.
CREATE CONSTRAINT task_derivation_id IF NOT EXISTS FOR (n:TaskDerivation) REQUIRE n.id IS UNIQUE;

MATCH (t:Task) WHERE size(t.depends_on) > 0
UNWIND t.depends_on AS on
MATCH (o:Task {id: on})
MERGE (t)-[r:DEPENDS_ON]->(o)
ON CREATE SET r.reason = 'the plan says so';
