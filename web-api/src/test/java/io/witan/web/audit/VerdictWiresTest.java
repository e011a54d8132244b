package io.witan.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.HeadsVerdict;
import io.witan.ledger.domain.TrailVerdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerdictWiresTest {
  private static final AggregateRef CHAIN = new AggregateRef("TaskWorkflow", "t-1");

  private static ChainVerdict chain(Optional<ChainVerdict.Broken> broken) {
    return new ChainVerdict(CHAIN, 7, 5, broken);
  }

  @Nested
  class The_verdict_on_a_chain {
    @Test
    void names_it_as_its_route_does() {
      VerificationWire wire = VerificationWire.from(chain(Optional.empty()));

      assertThat(wire)
          .isEqualTo(new VerificationWire("workflow", "t-1", 7, 5, true, Optional.empty()));
    }

    @Test
    void tells_which_batch_shows_the_first_bad_link() {
      VerificationWire wire =
          VerificationWire.from(
              chain(Optional.of(new ChainVerdict.Broken(3, "it is gone", Optional.of(12L)))));

      assertThat(wire.holds()).isFalse();
      assertThat(wire.broken())
          .contains(new VerificationWire.BrokenWire(3, "it is gone", Optional.of(12L)));
    }
  }

  @Nested
  class The_verdict_on_a_story {
    @Test
    void holds_when_all_its_chains_do() {
      VerificationWire good = VerificationWire.from(chain(Optional.empty()));
      VerificationWire bad =
          VerificationWire.from(chain(Optional.of(new ChainVerdict.Broken(3, "it is gone"))));

      assertThat(StoryVerificationWire.from(List.of(good, good)).holds()).isTrue();
      assertThat(StoryVerificationWire.from(List.of(good, bad)).holds()).isFalse();
    }
  }

  @Nested
  class The_verdict_on_signed_heads {
    private final HeadsVerdict good = new HeadsVerdict(2, 3, 4, Optional.empty());

    private HeadsVerdict broken(HeadsVerdict.Broken broken) {
      return new HeadsVerdict(2, 3, 4, Optional.of(broken));
    }

    @Test
    void names_the_next_page_while_there_is_one() {
      assertThat(HeadsVerificationWire.from(good, 100, true).next()).contains("100");
      assertThat(HeadsVerificationWire.from(good, 100, false).next()).isEmpty();
    }

    @Test
    void ends_where_something_does_not_hold() {
      HeadsVerdict verdict =
          broken(HeadsVerdict.Broken.chain(9, CHAIN, new ChainVerdict.Broken(3, "it is gone")));

      HeadsVerificationWire wire = HeadsVerificationWire.from(verdict, 100, true);

      assertThat(wire.next()).isEmpty();
      assertThat(wire.broken())
          .contains(
              new HeadsVerificationWire.BrokenWire(
                  9, Optional.of("workflow"), Optional.of("t-1"), Optional.of(3L), "it is gone"));
    }

    @Test
    void tells_of_a_batch_without_a_chain() {
      HeadsVerificationWire wire =
          HeadsVerificationWire.from(
              broken(HeadsVerdict.Broken.batch(9, "it is missing")), 100, false);

      assertThat(wire.broken())
          .contains(
              new HeadsVerificationWire.BrokenWire(
                  9, Optional.empty(), Optional.empty(), Optional.empty(), "it is missing"));
    }
  }

  @Nested
  class The_verdict_on_the_whole_trail {
    private final HeadsVerdict good = new HeadsVerdict(2, 3, 4, Optional.empty());

    @Test
    void counts_what_holds() {
      assertThat(TrailVerificationWire.from(TrailVerdict.of(good).and(chain(Optional.empty()))))
          .isEqualTo(new TrailVerificationWire(2, 3, 1, 7, true, Optional.empty()));
    }

    @Test
    void names_the_first_chain_that_does_not_hold() {
      ChainVerdict bad = chain(Optional.of(new ChainVerdict.Broken(3, "it is gone")));
      ChainVerdict worse = chain(Optional.of(new ChainVerdict.Broken(1, "it is gone, too")));

      TrailVerificationWire wire =
          TrailVerificationWire.from(TrailVerdict.of(good).and(bad).and(worse));

      assertThat(wire.holds()).isFalse();
      assertThat(wire.chains()).isZero();
      assertThat(wire.broken())
          .contains(
              new TrailVerificationWire.BrokenWire(
                  Optional.of("workflow"),
                  Optional.of("t-1"),
                  Optional.of(3L),
                  Optional.empty(),
                  "it is gone"));
    }

    @Test
    void names_the_batch_that_does_not_hold() {
      HeadsVerdict heads =
          new HeadsVerdict(
              2, 3, 4, Optional.of(HeadsVerdict.Broken.batch(3, "its line is no batch")));

      TrailVerificationWire wire = TrailVerificationWire.from(TrailVerdict.of(heads));

      assertThat(wire.holds()).isFalse();
      assertThat(wire.broken())
          .contains(
              new TrailVerificationWire.BrokenWire(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(3L),
                  "its line is no batch"));
    }

    @Test
    void can_be_on_one_chain() {
      assertThat(TrailVerificationWire.from(chain(Optional.empty())))
          .isEqualTo(new TrailVerificationWire(0, 0, 1, 7, true, Optional.empty()));
      assertThat(
              TrailVerificationWire.from(
                      chain(
                          Optional.of(
                              new ChainVerdict.Broken(0, "no batch holds", Optional.of(4L)))))
                  .broken())
          .contains(
              new TrailVerificationWire.BrokenWire(
                  Optional.of("workflow"),
                  Optional.of("t-1"),
                  Optional.empty(),
                  Optional.of(4L),
                  "no batch holds"));
    }
  }
}
