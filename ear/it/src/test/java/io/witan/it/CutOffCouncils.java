package io.witan.it;

import static java.util.stream.Collectors.toSet;

import io.witan.it.CountingProxy.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Councils of three that sit at the same time. The model leaves each without an answer at a place
 * of its own, after the drafts and before the last revision, so that none can end before it should.
 */
final class CutOffCouncils {
  static final int DRAFTS = 3;
  static final int TURNS = 9;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Fleet fleet;
  private final List<String> ids;

  private CutOffCouncils(Fleet fleet, List<String> ids) {
    this.fleet = fleet;
    this.ids = ids;
  }

  /** Whether the model keeps silent; some turns before it may still be under way. */
  static boolean isCutOff(Turn turn) {
    int answered = DRAFTS + Math.floorMod(turn.deliberation().hashCode(), TURNS - DRAFTS);
    return turn.sequence() > answered;
  }

  /** So many councils, each of which has come as far as it can. */
  static CutOffCouncils sitting(int count, Fleet fleet, CountingProxy proxy) {
    List<String> ids = Stream.generate(fleet::deliberation).limit(count).toList();
    Awaitility.await().atMost(PATIENCE).until(() -> waiting(proxy).containsAll(ids));
    return new CutOffCouncils(fleet, ids);
  }

  private static Set<String> waiting(CountingProxy proxy) {
    return proxy.held().stream().map(Turn::deliberation).collect(toSet());
  }

  /** What is kept of all of them once they have ended. */
  List<KeptTurn> ended() {
    ids.forEach(
        id ->
            fleet.await(
                "/deliberations/" + id, answer -> answer.text("status").equals("COMPLETED")));
    return ids.stream().flatMap(id -> KeptTurn.of(fleet, id)).toList();
  }
}
