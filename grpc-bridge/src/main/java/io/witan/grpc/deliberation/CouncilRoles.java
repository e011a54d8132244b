package io.witan.grpc.deliberation;

import io.witan.shared.Role;
import io.witan.shared.WireNames;
import java.util.Locale;

/** Roles as councils call them: in upper case, and DEV for a developer. */
public final class CouncilRoles {
  private static final String DEVELOPER = "DEV";

  private CouncilRoles() {}

  public static Role parse(String name) {
    return parse("role", name);
  }

  public static Role parse(String field, String name) {
    return name.equalsIgnoreCase(Role.DEVELOPER.wire())
        ? Role.DEVELOPER
        : WireNames.parse(Role.values(), CouncilRoles::of, field, name);
  }

  public static String of(Role role) {
    return role == Role.DEVELOPER ? DEVELOPER : role.wire().toUpperCase(Locale.ROOT);
  }
}
