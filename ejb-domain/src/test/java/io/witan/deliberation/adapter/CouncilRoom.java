package io.witan.deliberation.adapter;

import io.witan.context.port.ContextPack;
import io.witan.context.port.ContextQuery;
import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.port.Councils;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.shared.Outcome;
import io.witan.testing.MemoryDeliberations;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where councils of three of any role are convened and nobody speaks: a test says how a
 * deliberation ends.
 */
final class CouncilRoom {
  static final Councils COUNCILS = role -> Outcome.done(Agent.council(role, 3, "model-x"));

  private final MemoryDeliberations store;
  private final List<ContextQuery> asked = new ArrayList<>();

  CouncilRoom() {
    this(new MemoryDeliberations());
  }

  CouncilRoom(MemoryDeliberations store) {
    this.store = store;
  }

  StartDeliberation start() {
    return new StartDeliberation(store.transactions, store, charters(), new NumberedIds());
  }

  GetDeliberation get() {
    return new GetDeliberation(store, store);
  }

  CancelDeliberation cancel() {
    return new CancelDeliberation(store.transactions, store, Moments.CLOCK);
  }

  private Charters charters() {
    return new Charters(
        subject -> Optional.empty(),
        query -> {
          asked.add(query);
          return new ContextPack("what is known", 3, List.of(), List.of());
        },
        COUNCILS,
        new IdleRunner("idle"),
        store,
        new DeliberationPolicy(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 6_000),
        TermsPolicy.unlimited(),
        TrackRecord.empty(),
        Moments.CLOCK);
  }

  /** What was asked for, to be known beside the assignment. */
  List<ContextQuery> asked() {
    return asked;
  }

  Deliberation kept(String id) {
    return store.find(new DeliberationId(id)).orElseThrow();
  }

  /** Lets it end. */
  String ended(String id, Ending ending) {
    Deliberation open = kept(id);
    store.given(new Deliberation(open.id(), open.charter(), List.of(), Optional.of(ending), 2));
    return id;
  }

  /** Lets it end with a proposal of its first agent. */
  String won(String id, Proposal proposal) {
    Ranked winner =
        new Ranked(1, kept(id).charter().agents().get(0).id(), 1, 0.9, true, "text", proposal);
    return ended(id, new Ending.Completed(List.of(winner), Optional.empty(), Moments.NOON));
  }
}
