package io.witan.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.ReadinessJudge;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

@Label("Planning that is given commands at random")
class WalkTest {
  private static final int WALKS = 500;
  private static final int COMMANDS = 200;
  private static final ReadinessJudge[] JUDGES = ReadinessJudge.values();

  private long walks;
  private long done;
  private final Set<Refusal.Code> refused = EnumSet.noneOf(Refusal.Code.class);

  @Property(tries = WALKS)
  @Label("keeps its rules, 100,000 commands long")
  void keeps_its_rules(@ForAll long seed) {
    Memory memory = new Memory();
    World world =
        new World(
            memory.transactions,
            new World.Repositories(
                memory.projects,
                memory.epics,
                memory.stories,
                memory.plans,
                memory.tasks,
                memory.decisions,
                memory.judgements,
                memory.derivations,
                memory.dependencies),
            JUDGES[(int) Math.floorMod(seed, (long) JUDGES.length)],
            new NumberedIds(),
            Moments.CLOCK);
    Walk walk = new Walk(world, () -> memory.transactions.events().size(), new Random(seed));

    walk.go(COMMANDS);

    walks++;
    done += walk.done();
    refused.addAll(walk.refusals().keySet());
  }

  /** A single walk may have bad luck; all together do much, and are refused much. */
  @AfterProperty
  void all_together_have_gone_somewhere() {
    assertThat(done).isBetween(walks * COMMANDS / 20, walks * COMMANDS * 19 / 20);
    assertThat(refused).contains(Refusal.Code.FORBIDDEN);
  }
}
