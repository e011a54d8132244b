// What councils judged of the readiness of stories.
CREATE CONSTRAINT readiness_judgement_id IF NOT EXISTS FOR (n:ReadinessJudgement) REQUIRE n.id IS UNIQUE;
