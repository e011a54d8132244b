package io.witan.grpc.orchestrator;

import io.witan.shared.Role;
import io.witan.shared.WireNames;
import java.util.Locale;

/** Roles as councils call them: in upper case, and DEV for a developer. */
final class CouncilRoles {
  private static final String DEVELOPER = "DEV";

  private CouncilRoles() {}

  static Role parse(String name) {
    return parse("role", name);
  }

  static Role parse(String field, String name) {
    return name.equalsIgnoreCase(Role.DEVELOPER.wire())
        ? Role.DEVELOPER
        : WireNames.parse(Role.values(), CouncilRoles::of, field, name);
  }

  static String of(Role role) {
    return role == Role.DEVELOPER ? DEVELOPER : role.wire().toUpperCase(Locale.ROOT);
  }
}
