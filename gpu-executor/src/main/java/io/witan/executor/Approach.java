package io.witan.executor;

/** How a rehearsed agent goes about things; neighbours at the table differ. */
enum Approach {
  MINIMAL("minimal", "the least that meets the criteria"),
  TEST_FIRST("test-first", "a failing test before each piece"),
  INCREMENTAL("incremental", "one working step after another");

  private final String label;
  private final String idea;

  Approach(String label, String idea) {
    this.label = label;
    this.idea = idea;
  }

  static Approach ofSeat(int seat) {
    return values()[seat % values().length];
  }

  String label() {
    return label;
  }

  String idea() {
    return idea;
  }
}
