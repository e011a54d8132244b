package io.witan.cli.run;

import java.util.Locale;

/**
 * The four people of the demo, each with one role, so that nobody passes a gate behind their own
 * work.
 */
public enum DemoRole {
  PO("po", "demo-po"),
  DEVELOPER("developer", "demo-dev"),
  ARCHITECT("architect", "demo-architect"),
  QA("qa", "demo-qa");

  private final String wire;
  private final String usualName;

  DemoRole(String wire, String usualName) {
    this.wire = wire;
    this.usualName = usualName;
  }

  /** The role's name in the API. */
  public String wire() {
    return wire;
  }

  /** The user's name, with a suffix when the usual one cannot be used any more. */
  String username(String suffix) {
    return suffix.isEmpty() ? usualName : usualName + "-" + suffix;
  }

  static DemoRole of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
