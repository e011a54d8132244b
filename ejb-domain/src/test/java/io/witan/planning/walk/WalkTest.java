package io.witan.planning.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.ReadinessJudge;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

@Label("Planning that is given commands at random")
class WalkTest {
  private static final int WALKS = 500;
  private static final int COMMANDS = 200;
  private static final ReadinessJudge[] JUDGES = ReadinessJudge.values();

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

    assertThat(walk.done()).isBetween(COMMANDS / 20, COMMANDS * 19 / 20);
    assertThat(walk.refusals()).containsKey(Refusal.Code.FORBIDDEN);
  }
}
