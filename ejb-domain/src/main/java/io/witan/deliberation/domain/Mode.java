package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Sha256;
import io.witan.shared.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How agents come to a decision. */
public enum Mode {
  /** Each drafts, criticises the draft of another and revises its own. */
  COUNCIL,
  /**
   * Each drafts and gives a ballot over the drafts of the others; nobody revises. About as many
   * turns as a council of the same agents takes, so that the two can be compared: half as many
   * seats more. A decision is taken by plain majority, so all its turns are drafts.
   */
  VOTE,
  /** One agent drafts, and that is it. */
  SINGLE;

  /** How many turns each agent of a council takes. */
  private static final int TURNS_OF_A_COUNCIL = 3;

  /** Council or vote, in turn: which of the two a deliberation is to try follows from its id. */
  public static Mode inTurn(DeliberationId id) {
    return Character.digit(Sha256.hex(id.value()).charAt(0), 16) % 2 == 0 ? COUNCIL : VOTE;
  }

  /** The wire name. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a wire name.
   *
   * @throws InvalidValue when there is no such mode
   */
  public static Mode parse(String field, String name) {
    return WireNames.parse(values(), Mode::wire, field, name);
  }

  /**
   * Who takes seats, of those that are there. Where there are more seats than agents, agents sit on
   * several, {@code agent-dev-001:2} for a second one; each seat samples anew.
   */
  public List<Agent> seats(List<Agent> agents, Purpose purpose) {
    return switch (this) {
      case COUNCIL -> agents;
      case SINGLE -> agents.subList(0, 1);
      case VOTE -> repeated(agents, voters(agents.size(), purpose));
    };
  }

  private static int voters(int agents, Purpose purpose) {
    int seats =
        purpose.isDecision() ? TURNS_OF_A_COUNCIL * agents : TURNS_OF_A_COUNCIL * agents / 2;
    return Math.min(Charter.MOST_AGENTS, Math.max(agents, seats));
  }

  private static List<Agent> repeated(List<Agent> agents, int seats) {
    List<Agent> all = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      Agent agent = agents.get(seat % agents.size());
      int sitting = seat / agents.size() + 1;
      all.add(sitting == 1 ? agent : agent.on(sitting));
    }
    return all;
  }
}
