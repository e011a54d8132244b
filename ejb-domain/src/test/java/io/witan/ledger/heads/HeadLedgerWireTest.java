package io.witan.ledger.heads;

import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.HeadsBatch;
import io.witan.ledger.port.Notary;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadLedgerWireTest {
  private static final Notary SIGNS =
      new Notary() {
        @Override
        public String sign(String content) {
          return "header..signature";
        }

        @Override
        public Optional<String> fault(String content, String signature) {
          return Optional.empty();
        }
      };

  @Test
  void signed_heads() {
    ChainHead head =
        new ChainHead(new AggregateRef("Story", "s-7"), 1, 3, CanonicalJson.sha256("entry 3"));
    BatchLine line =
        BatchLine.sign(
            new HeadsBatch(2, Moments.NOON, CanonicalJson.sha256("line 1"), List.of(head)), SIGNS);

    Golden.mustMatch("/io/witan/ledger/wire/heads-signed.json", List.of(HeadLedger.told(line)));
  }
}
