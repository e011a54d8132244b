package io.witan.benchmarks.load;

import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets contenders take turns: each is warmed up until it gets no faster, then, for each number of
 * clients, all go once without counting, and then in rounds whose order changes. The first of them
 * is what the others are compared with.
 */
public final class Contest {
  private static final double HARDLY_FASTER = 1.03;

  private final String part;
  private final List<Contender> contenders;
  private final Effort effort;

  /**
   * A contest that has not begun.
   *
   * @param part of the benchmarks, as told while it runs
   */
  public Contest(String part, List<? extends Contender> contenders, Effort effort) {
    this.part = part;
    this.contenders = List.copyOf(contenders);
    this.effort = effort;
  }

  /** Warms all up, and lets them go. */
  public List<Standing> run() throws Exception {
    warmUp();
    return measure();
  }

  private void warmUp() throws Exception {
    for (Contender contender : contenders) {
      warmUp(contender);
    }
  }

  /** A JVM compiles for minutes: it goes on until it gets hardly any faster. */
  private void warmUp(Contender contender) throws Exception {
    double before = 0;
    double now = Double.MIN_VALUE;
    for (int time = 1; time <= effort.warmUps() && now > before * HARDLY_FASTER; time++) {
      say("warming up %s, %d".formatted(contender.name(), time));
      before = now;
      now = Turn.of(contender, Collections.max(effort.clients()), effort.warmUp()).perSecond();
    }
  }

  /**
   * Lets those go that are warm; answers by number of clients, then in the order of the contenders.
   */
  public List<Standing> measure() throws Exception {
    List<Standing> standings = new ArrayList<>();
    for (int clients : effort.clients()) {
      for (Contender contender : contenders) {
        Turn unused = turn(contender, clients);
      }
      Map<Contender, List<Turn>> turns = rounds(clients);
      List<Turn> measure = turns.get(contenders.get(0));
      contenders.forEach(
          one -> standings.add(new Standing(clients, one.name(), turns.get(one), measure)));
    }
    return standings;
  }

  private Map<Contender, List<Turn>> rounds(int clients) throws Exception {
    Map<Contender, List<Turn>> turns = new LinkedHashMap<>();
    contenders.forEach(contender -> turns.put(contender, new ArrayList<>()));
    List<Contender> order = new ArrayList<>(contenders);
    for (int i = 0; i < effort.rounds(); i++) {
      say("%d clients, round %d".formatted(clients, i + 1));
      for (Contender contender : order) {
        turns.get(contender).add(turn(contender, clients));
      }
      Collections.rotate(order, 1);
    }
    return turns;
  }

  private Turn turn(Contender contender, int clients) throws Exception {
    return Turn.of(contender, clients, effort.round());
  }

  private void say(String what) {
    Benchmarks.say(part + ", " + what);
  }
}
