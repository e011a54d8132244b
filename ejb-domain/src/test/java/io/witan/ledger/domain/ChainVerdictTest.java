package io.witan.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChainVerdictTest {
  private static final AggregateRef CHAIN = new AggregateRef("Story", "s-1");
  private static final List<AuditEntry> FIVE = upTo(5);

  private static List<AuditEntry> upTo(long last) {
    return LongStream.rangeClosed(1, last).mapToObj(ChainVerdictTest::entry).toList();
  }

  private static AuditEntry entry(long sequence) {
    String previous = sequence == 1 ? "" : "h" + (sequence - 1);
    return new AuditEntry(
        CHAIN, sequence, Instant.EPOCH, "dora", "story.moved", previous, "h" + sequence, "body");
  }

  private static SignedHead signed(long batch, long sequence, String hash) {
    return new SignedHead(batch, new ChainHead(CHAIN, sequence, sequence, hash));
  }

  private static Optional<String> good(AuditEntry entry) {
    return Optional.empty();
  }

  private static ChainVerdict links(List<AuditEntry> entries) {
    return ChainVerdict.of(CHAIN, entries, ChainVerdictTest::good);
  }

  @Nested
  class Link_by_link {
    @Test
    void a_chain_holds() {
      assertThat(links(FIVE)).isEqualTo(new ChainVerdict(CHAIN, 5, 0, Optional.empty()));
    }

    @Test
    void an_entry_that_is_missing_breaks_it() {
      List<AuditEntry> some = new ArrayList<>(FIVE);
      some.remove(2);

      assertThat(links(some).broken()).contains(new ChainVerdict.Broken(3, "entry 3 is missing"));
    }

    @Test
    void a_link_to_another_entry_breaks_it() {
      List<AuditEntry> some = List.of(entry(1), entry(2));
      AuditEntry other =
          new AuditEntry(CHAIN, 3, Instant.EPOCH, "dora", "story.moved", "h1", "h3", "body");

      assertThat(links(List.of(some.get(0), some.get(1), other)).broken())
          .contains(new ChainVerdict.Broken(3, "it does not name the hash of the entry before"));
    }

    @Test
    void an_entry_that_is_wrong_by_itself_breaks_it() {
      ChainVerdict verdict =
          ChainVerdict.of(
              CHAIN, FIVE, entry -> Optional.of("wrong").filter(wrong -> entry.sequence() == 4));

      assertThat(verdict.broken()).contains(new ChainVerdict.Broken(4, "wrong"));
    }

    @Test
    void a_part_is_checked_after_the_entry_before_it() {
      assertThat(ChainVerdict.firstBroken(FIVE.subList(2, 5), 3, "h2", ChainVerdictTest::good))
          .isEmpty();
      assertThat(ChainVerdict.firstBroken(FIVE.subList(2, 5), 3, "h1", ChainVerdictTest::good))
          .map(ChainVerdict.Broken::sequence)
          .contains(3L);
    }
  }

  @Nested
  class Against_signed_heads {
    @Test
    void it_is_vouched_for_up_to_the_last_of_them() {
      List<SignedHead> heads = List.of(signed(1, 2, "h2"), signed(3, 4, "h4"));

      assertThat(links(FIVE).comparedWith(heads, FIVE))
          .isEqualTo(new ChainVerdict(CHAIN, 5, 4, Optional.empty()));
    }

    @Test
    void the_first_entry_with_another_hash_breaks_it() {
      List<SignedHead> heads =
          List.of(signed(3, 4, "other"), signed(1, 2, "other"), signed(2, 3, "h3"));

      assertThat(links(FIVE).comparedWith(heads, FIVE).broken())
          .contains(
              new ChainVerdict.Broken(
                  2, "it has another hash than batch 1 of signed heads says", Optional.of(1L)));
    }

    @Test
    void an_entry_that_is_gone_breaks_it() {
      List<SignedHead> heads = List.of(signed(1, 5, "h5"), signed(2, 7, "h7"));

      assertThat(links(FIVE).comparedWith(heads, FIVE).broken())
          .contains(
              new ChainVerdict.Broken(
                  7, "it is gone; batch 2 of signed heads has it", Optional.of(2L)));
    }

    @Test
    void the_earlier_of_two_faults_counts() {
      ChainVerdict wrong = links(FIVE).orBroken(Optional.of(new ChainVerdict.Broken(3, "wrong")));

      assertThat(wrong.comparedWith(List.of(signed(1, 4, "x")), FIVE).broken())
          .map(ChainVerdict.Broken::sequence)
          .contains(3L);
      assertThat(wrong.comparedWith(List.of(signed(1, 2, "x")), FIVE).broken())
          .map(ChainVerdict.Broken::sequence)
          .contains(2L);
    }
  }

  @Nested
  class Of_nothing {
    @Test
    void it_is_about_nothing_when_nothing_was_signed_either() {
      assertThat(links(List.of()).isAboutNothing()).isTrue();
      assertThat(
              links(List.of())
                  .comparedWith(List.of(signed(1, 1, "h1")), List.of())
                  .isAboutNothing())
          .isFalse();
    }
  }
}
