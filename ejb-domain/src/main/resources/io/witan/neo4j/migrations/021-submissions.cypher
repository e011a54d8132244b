// What was submitted to the executor, one of each name, and the one node that holds what came of it in numbers.
CREATE CONSTRAINT submission_id IF NOT EXISTS FOR (n:Submission) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT submission_tally_name IF NOT EXISTS FOR (n:SubmissionTally) REQUIRE n.name IS UNIQUE;
