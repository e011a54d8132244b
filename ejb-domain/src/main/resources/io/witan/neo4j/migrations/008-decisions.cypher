// Decisions; and the plans of a story get their numbers, in the order in which they came.
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;

CREATE INDEX decision_story IF NOT EXISTS FOR (n:Decision) ON (n.story_id);

MATCH (p:Plan) WHERE p.number IS NULL
WITH p ORDER BY p.created_at, p.id
WITH p.story_id AS story, collect(p) AS plans
UNWIND range(0, size(plans) - 1) AS place
WITH plans[place] AS p, place
SET p.number = place + 1;
