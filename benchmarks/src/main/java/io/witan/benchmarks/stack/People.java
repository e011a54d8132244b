package io.witan.benchmarks.stack;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Users of a stack, made by its administrator, with passwords that nobody keeps. */
public final class People {
  private final Stack stack;
  private final Rest admin;

  private People(Stack stack, Rest admin) {
    this.stack = stack;
    this.admin = admin;
  }

  public static People of(Stack stack) throws IOException {
    return new People(stack, Rest.at(stack.url(), "admin", stack.adminPassword()));
  }

  /** A new user who holds these roles, signed in. */
  public Rest with(String... roles) throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    String name = roles[0] + "-" + Long.toHexString(System.nanoTime());
    admin.post("/users", Map.of("username", name, "password", password, "roles", List.of(roles)));
    return Rest.at(stack.url(), name, password);
  }
}
