package io.witan.cli.term;

/** How text is dressed: plain ASCII marks without colour, or arrows and ANSI colours. */
public enum Style {
  PLAIN,
  RICH;

  public String arrow() {
    return this == RICH ? "\u2192" : "->";
  }

  public String bullet() {
    return this == RICH ? "\u2022" : "-";
  }

  public String ok(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("31", text);
  }

  public String warn(String text) {
    return paint("33", text);
  }

  public String strong(String text) {
    return paint("1", text);
  }

  public String faint(String text) {
    return paint("2", text);
  }

  public String accent(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return this == RICH ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
