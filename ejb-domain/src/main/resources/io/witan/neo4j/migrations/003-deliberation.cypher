// Deliberations, their turns, and the slot that keeps one open deliberation per subject and purpose.
CREATE CONSTRAINT deliberation_id IF NOT EXISTS FOR (n:Deliberation) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT deliberation_open IF NOT EXISTS FOR (n:Deliberation) REQUIRE n.open_key IS UNIQUE;

CREATE INDEX deliberation_story IF NOT EXISTS FOR (n:Deliberation) ON (n.story_id);

CREATE CONSTRAINT turn_id IF NOT EXISTS FOR (n:Turn) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT turn_attempt_id IF NOT EXISTS FOR (n:TurnAttempt) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT deliberation_slot_key IF NOT EXISTS
FOR (n:DeliberationSlot) REQUIRE n.key IS UNIQUE;
