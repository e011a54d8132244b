// Users, and apart from them what proves their passwords.
CREATE CONSTRAINT user_id IF NOT EXISTS FOR (n:User) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT credential_username IF NOT EXISTS FOR (n:Credential) REQUIRE n.username IS UNIQUE;
