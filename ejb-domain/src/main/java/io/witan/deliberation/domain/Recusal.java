package io.witan.deliberation.domain;

import io.witan.shared.ModelFamily;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who judges whose proposal. Nobody judges their own, also not from another seat; a model of the
 * same family only where there is no other, as judges favour their own.
 */
final class Recusal {
  private final Map<AgentId, Agent> agents;

  Recusal(List<Agent> agents) {
    this.agents = agents.stream().collect(Collectors.toMap(Agent::id, Function.identity()));
  }

  /** Whether both speak with models of one family. */
  boolean isKin(AgentId one, AgentId other) {
    ModelFamily family = family(one);
    return family.isKnown() && family.equals(family(other));
  }

  private ModelFamily family(AgentId agent) {
    return ModelFamily.of(agents.get(agent).model());
  }

  /**
   * How far the ring is turned: each author judges the one so many places on. The turn with the
   * fewest judges of the author's family is taken.
   *
   * @param authors at least 2
   * @param round from 0; turns that are as good are taken one after the other
   */
  int turnOfRing(List<AgentId> authors, int round) {
    List<Integer> turns = IntStream.range(1, authors.size()).boxed().toList();
    long fewest = turns.stream().mapToLong(turn -> kin(authors, turn)).min().orElseThrow();
    List<Integer> best = turns.stream().filter(turn -> kin(authors, turn) == fewest).toList();
    return best.get(round % best.size());
  }

  private long kin(List<AgentId> authors, int turn) {
    return IntStream.range(0, authors.size())
        .filter(place -> isKin(authors.get(place), authors.get((place + turn) % authors.size())))
        .count();
  }

  /** Whose proposals somebody may judge, in the order of seats. */
  List<AgentId> judgedBy(AgentId judge, List<AgentId> authors) {
    List<AgentId> others = authors.stream().filter(author -> !author.isSameAgent(judge)).toList();
    List<AgentId> foreign = others.stream().filter(author -> !isKin(judge, author)).toList();
    return foreign.isEmpty() ? others : foreign;
  }
}
