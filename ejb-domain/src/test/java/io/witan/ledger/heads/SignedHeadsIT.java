package io.witan.ledger.heads;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.identity.adapter.Notaries;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.application.ExportTrail;
import io.witan.ledger.application.VerifyTrail;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.ChainVerdict.Broken;
import io.witan.ledger.domain.EntryFilter;
import io.witan.ledger.domain.HeadsBatch;
import io.witan.ledger.domain.HeadsVerdict;
import io.witan.ledger.domain.TrailVerdict;
import io.witan.testkit.TestServers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check of signed heads finds, on a real graph and a real file. */
class SignedHeadsIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @TempDir private static Path keys;
  @TempDir private Path folder;
  private HeadsOnNeo4j heads;

  /** Three batches: of {@code a}, of {@code a} and {@code b}, and of {@code b}. */
  @BeforeEach
  void threeBatches() {
    HeadsOnNeo4j.forget(LEDGER);
    heads = new HeadsOnNeo4j(LEDGER, folder, Notaries.in(keys));
    heads.grow("a", 3);
    heads.export();
    heads.grow("a", 2);
    heads.grow("b", 1);
    heads.export();
    heads.grow("b", 4);
    heads.export();
  }

  private void assertFirstBroken(long batch, String id, long sequence, String reason) {
    assertThat(heads.verdictOnAll().broken())
        .contains(
            new HeadsVerdict.Broken(batch, Optional.of(HeadsOnNeo4j.chain(id)), sequence, reason));
  }

  private void assertFirstBroken(long batch, String reason) {
    HeadsVerdict.Broken broken = heads.verdictOnAll().broken().orElseThrow();
    assertThat(broken.batch()).isEqualTo(batch);
    assertThat(broken.aggregate()).isEmpty();
    assertThat(broken.reason()).startsWith(reason);
  }

  private void assertBroken(String id, long sequence, Optional<Long> batch, String reason) {
    ChainVerdict.Broken broken = heads.verdictOn(id).broken().orElseThrow();
    assertThat(broken.sequence()).isEqualTo(sequence);
    assertThat(broken.batch()).isEqualTo(batch);
    assertThat(broken.reason()).startsWith(reason);
  }

  /** Both chains cannot be vouched for any more, whatever they are. */
  private void assertNothingIsProven(long batch) {
    assertBroken("a", 0, Optional.of(batch), "batch " + batch + " of signed heads does not hold");
    assertBroken("b", 0, Optional.of(batch), "batch " + batch + " of signed heads does not hold");
  }

  @Nested
  class What_nobody_touched {
    @Test
    void holds() {
      assertThat(heads.verdictOnAll())
          .isEqualTo(new HeadsVerdict(3, 4, 3 + (2 + 1) + 1 + (4 + 1), Optional.empty()));
      assertThat(heads.verdictOn("a"))
          .isEqualTo(new ChainVerdict(HeadsOnNeo4j.chain("a"), 5, 5, Optional.empty()));
    }

    @Test
    void holds_page_by_page() {
      assertThat(heads.check.verify(0, 2).batches()).isEqualTo(2);
      assertThat(heads.check.verify(2, 2)).isEqualTo(new HeadsVerdict(1, 1, 5, Optional.empty()));
    }

    @Test
    void holds_with_entries_that_wait_to_be_signed() {
      heads.grow("a", 2);

      assertThat(heads.verdictOn("a"))
          .isEqualTo(new ChainVerdict(HeadsOnNeo4j.chain("a"), 7, 5, Optional.empty()));
    }

    @Test
    void is_told_from_what_never_was() {
      assertThat(heads.verdictOn("never").isAboutNothing()).isTrue();
      assertThat(heads.verdictOn("a").isAboutNothing()).isFalse();
    }
  }

  @Nested
  class A_byte_changed_in_an_entry {
    @Test
    void is_found_in_its_content() {
      AuditEntry second = LEDGER.trail.of(HeadsOnNeo4j.chain("a")).get(1);
      heads.set("a", 2, "body", second.body().replace("step 2", "step 3"));

      assertFirstBroken(1, "a", 2, "its content does not have its hash");
      assertBroken("a", 2, Optional.empty(), "its content does not have its hash");
      assertThat(heads.verdictOn("b").holds()).isTrue();
    }

    @Test
    void is_found_in_what_is_shown_of_it() {
      heads.set("a", 4, "actor", "somebody-else");

      assertFirstBroken(2, "a", 4, "its actor is not the one of its content");
      assertBroken("a", 4, Optional.empty(), "its actor is not the one of its content");
    }

    @Test
    void is_found_in_its_hash() {
      heads.set("a", 5, "hash", "0".repeat(64));

      assertFirstBroken(2, "a", 5, "it has another hash than batch 2 of signed heads says");
    }
  }

  @Nested
  class A_chain_rewritten_with_fresh_hashes {
    @Test
    void holds_by_its_links_and_not_by_its_signed_heads() {
      heads.rewrite("b", 1);

      assertThat(LEDGER.trail.verify(HeadsOnNeo4j.chain("b")).holds()).isTrue();
      assertFirstBroken(2, "b", 1, "it has another hash than batch 2 of signed heads says");
      assertBroken(
          "b", 1, Optional.of(2L), "it has another hash than batch 2 of signed heads says");
      assertThat(heads.verdictOn("a").holds()).isTrue();
    }

    @Test
    void is_found_from_the_first_head_on_that_differs() {
      heads.rewrite("b", 3);

      assertFirstBroken(3, "b", 5, "it has another hash than batch 3 of signed heads says");
      assertBroken(
          "b", 5, Optional.of(3L), "it has another hash than batch 3 of signed heads says");
    }
  }

  @Nested
  class A_chain_that_lost_its_end {
    @Test
    void holds_by_its_links_and_not_by_its_signed_heads() {
      heads.cutOff("a", 4);

      assertThat(LEDGER.trail.verify(HeadsOnNeo4j.chain("a")).holds()).isTrue();
      assertFirstBroken(2, "a", 5, "it is gone; batch 2 of signed heads has it");
      assertBroken("a", 5, Optional.of(2L), "it is gone; batch 2 of signed heads has it");
    }
  }

  @Nested
  class A_chain_that_is_gone {
    @Test
    void is_missed() {
      heads.delete("b");

      assertFirstBroken(2, "b", 1, "it is gone; batch 2 of signed heads has it");
      assertBroken("b", 1, Optional.of(2L), "it is gone; batch 2 of signed heads has it");
      assertThat(heads.verdictOn("b").isAboutNothing()).isFalse();
    }
  }

  @Nested
  class The_whole_trail {
    private TrailVerdict verdict() {
      return new VerifyTrail(LEDGER.trail, heads.check).verify(List.of(HeadsOnNeo4j.KIND));
    }

    private void assertBroken(String id, Broken broken) {
      ChainVerdict found = verdict().broken().orElseThrow();
      assertThat(found.aggregate()).isEqualTo(HeadsOnNeo4j.chain(id));
      assertThat(found.broken()).contains(broken);
    }

    @Test
    void holds_as_it_was_written() {
      TrailVerdict verdict = verdict();

      assertThat(verdict.holds()).isTrue();
      assertThat(verdict.heads().batches()).isEqualTo(3);
      assertThat(verdict.chains()).isEqualTo(2);
      assertThat(verdict.entries()).isEqualTo(10);
    }

    @Test
    void is_read_page_by_page() {
      for (int number = 0; number < 150; number++) {
        heads.grow("c-" + number, 1);
      }

      assertThat(verdict().chains()).isEqualTo(152);
    }

    @Test
    void shows_a_thing_that_is_not_what_its_entries_tell() {
      LEDGER.graph.run("MATCH (a:HeadThing {id: 'b'}) SET a.step = 7", Map.of());

      assertBroken("b", new Broken(5, "the aggregate's step is 7, but entry 5 says 5"));
    }

    @Test
    void shows_a_thing_that_is_gone() {
      LEDGER.graph.run("MATCH (a:HeadThing {id: 'a'}) DELETE a", Map.of());

      assertBroken("a", new Broken(5, "the aggregate itself is gone"));
    }

    @Test
    void shows_an_entry_that_was_not_signed_yet() {
      heads.grow("a", 1);
      heads.set("a", 6, "actor", "mallory");

      assertBroken("a", new Broken(6, "its actor is not the one of its content"));
    }

    @Test
    void shows_a_chain_that_was_signed_and_is_gone_with_its_thing() {
      heads.delete("b");

      assertThat(verdict().holds()).isFalse();
      assertThat(verdict().heads().broken()).isPresent();
      assertThat(verdict().chains()).isZero();
    }

    @Test
    void shows_any_byte_that_is_changed_in_a_signed_head() {
      List<String> written = heads.lines();
      for (int number = 0; number < written.size(); number++) {
        String line = written.get(number);
        for (int place = 0; place < line.length(); place += 11) {
          String other = line.charAt(place) == '0' ? "1" : "0";
          String changed = line.substring(0, place) + other + line.substring(place + 1);
          int at = number;
          heads.tamper(lines -> lines.set(at, changed));

          assertThat(heads.verdictOnAll().broken())
              .as("byte %d of batch %d", place, number + 1)
              .hasValueSatisfying(found -> assertThat(found.batch()).isLessThanOrEqualTo(at + 2));

          heads.tamper(lines -> lines.set(at, line));
        }
      }
      assertThat(verdict().holds()).isTrue();
    }
  }

  @Nested
  class What_is_handed_out {
    private List<String> places(EntryFilter filter) {
      List<String> places = new ArrayList<>();
      new ExportTrail(LEDGER.trail)
          .export(filter, one -> places.add(one.aggregate().id() + one.sequence()));
      return places;
    }

    @Test
    void is_every_entry_chain_by_chain() {
      assertThat(places(new EntryFilter(HeadsOnNeo4j.KIND, Optional.empty(), Optional.empty())))
          .containsExactly("a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "b5");
    }

    @Test
    void is_read_page_by_page() {
      EntryFilter all = new EntryFilter(HeadsOnNeo4j.KIND, Optional.empty(), Optional.empty());

      List<AuditEntry> first = LEDGER.trail.list(all, Optional.empty(), 7);
      List<AuditEntry> second = LEDGER.trail.list(all, Optional.of(first.get(6)), 7);

      assertThat(first).hasSize(7);
      assertThat(second).extracting(AuditEntry::sequence).containsExactly(3L, 4L, 5L);
      assertThat(LEDGER.trail.list(all, Optional.of(second.get(2)), 7)).isEmpty();
    }

    @Test
    void is_one_chain_where_one_is_asked_for() {
      assertThat(places(new EntryFilter(HeadsOnNeo4j.KIND, Optional.of("b"), Optional.empty())))
          .containsExactly("b1", "b2", "b3", "b4", "b5");
    }

    @Test
    void begins_at_a_time_where_one_is_given() {
      heads.set("b", 4, "at", "2999-01-01T00:00:00.000Z");
      Instant later = Instant.parse("2998-01-01T00:00:00Z");

      assertThat(places(new EntryFilter(HeadsOnNeo4j.KIND, Optional.empty(), Optional.of(later))))
          .containsExactly("b4");
    }
  }

  @Nested
  class The_export {
    @Test
    void shows_a_line_that_was_changed() {
      heads.tamper(lines -> lines.set(0, lines.get(0).replace("\"first\":1", "\"first\":2")));

      assertFirstBroken(1, "its signature does not fit its content");
      assertNothingIsProven(2);
    }

    @Test
    void shows_a_line_that_was_removed() {
      heads.tamper(lines -> lines.remove(1));

      assertFirstBroken(2, "it is missing; batch 3 follows");
      assertNothingIsProven(2);
    }

    @Test
    void shows_two_lines_in_the_other_order() {
      heads.tamper(lines -> lines.add(0, lines.remove(1)));

      assertFirstBroken(1, "it is missing; batch 2 follows");
      assertNothingIsProven(1);
    }

    @Test
    void shows_a_changed_last_line() {
      heads.tamper(lines -> lines.set(2, lines.get(2).replace("\"first\":2", "\"first\":3")));

      assertFirstBroken(3, "its signature does not fit its content");
      assertNothingIsProven(3);
    }

    @Test
    void shows_a_line_that_is_no_batch() {
      heads.tamper(lines -> lines.set(1, "{}"));

      assertFirstBroken(2, "its line is no batch");
      assertNothingIsProven(2);
    }

    @Test
    void shows_a_signature_that_is_another_batchs() {
      BatchLine first = heads.batches().get(0);
      BatchLine last = heads.batches().get(2);
      heads.tamper(
          lines -> lines.set(2, lines.get(2).replace(last.signature(), first.signature())));

      assertFirstBroken(3, "its signature does not fit its content");
      assertNothingIsProven(3);
    }

    @Test
    void shows_batches_that_were_made_up_with_another_key() {
      heads.rewrite("b", 1);
      heads.tamper(lines -> forge(lines, 2));

      assertFirstBroken(2, "it is signed by the unknown key ");
      assertNothingIsProven(2);
    }

    /** From a batch on: what the rewritten chains say, linked as it must be, and signed. */
    private void forge(List<String> lines, int from) {
      var forger = Notaries.in(folder.resolve("forger"));
      String previous = BatchLine.parse(lines.get(from - 2)).orElseThrow().hash();
      for (int place = from - 1; place < lines.size(); place++) {
        HeadsBatch batch = BatchLine.parse(lines.get(place)).orElseThrow().batch();
        BatchLine forged =
            BatchLine.sign(
                new HeadsBatch(batch.number(), batch.at(), previous, asTheChainsAre(batch)),
                forger);
        lines.set(place, forged.text());
        previous = forged.hash();
      }
    }

    private List<ChainHead> asTheChainsAre(HeadsBatch batch) {
      return batch.heads().stream()
          .map(
              head ->
                  new ChainHead(
                      head.aggregate(),
                      head.first(),
                      head.sequence(),
                      LEDGER.trail.of(head.aggregate()).get((int) head.sequence() - 1).hash()))
          .toList();
    }

    @Test
    void is_compared_in_the_graph_where_no_file_can_be_written() {
      HeadsOnNeo4j elsewhere = new HeadsOnNeo4j(LEDGER, folder.resolve("elsewhere"), heads.notary);
      assertThat(elsewhere.verdictOnAll().batches()).isEqualTo(3);

      heads.cutOff("a", 4);

      assertThat(elsewhere.verdictOnAll().holds()).isFalse();
      assertThat(elsewhere.verdictOn("a").holds()).isFalse();
    }
  }
}
