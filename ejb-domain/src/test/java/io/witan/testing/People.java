package io.witan.testing;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Role;
import java.util.Optional;
import java.util.Set;

/** Those who act in tests, one for each role. */
public final class People {
  public static final Actor PAULA = somebody("paula", Role.PO);
  public static final Actor DEV = somebody("dev", Role.DEVELOPER);
  public static final Actor ARCHIE = somebody("archie", Role.ARCHITECT);
  public static final Actor QUINN = somebody("quinn", Role.QA);
  public static final Actor OPAL = somebody("opal", Role.DEVOPS);

  private People() {}

  public static Actor somebody(String name, Role... roles) {
    return new Actor(new ActorId(name), Set.of(roles));
  }

  /** A command of that person with a key; repeated, it is the same request. */
  public static Command keyed(Actor actor, String key, String request) {
    return new Command(
        actor, Optional.of(new Idempotency(key, request)), Optional.empty(), "trace-1");
  }
}
