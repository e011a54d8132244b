package io.witan.ledger.heads;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.EventContracts;
import io.witan.contract.Shape;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/** What the export of signed heads tells. */
@Dependent
public class HeadContracts implements EventContracts {
  static final EventContract SIGNED =
      EventContract.of(
          "audit.heads.signed",
          "The newest entries of all audit chains that grew were signed: one line of the export.",
          field(
              "signature",
              Shape.text()
                  .meaning("JWS with detached content, over the canonical JSON of signed.")),
          field(
              "signed",
              Shape.object(
                  field("batch", Shape.whole(1).meaning("Counts up by one.")),
                  field("at", Shape.time()),
                  field("previous", Shape.text().meaning("The hash of the line before.")),
                  field(
                      "heads",
                      Shape.listOf(
                          Shape.object(
                              field("kind", Shape.id()),
                              field("id", Shape.id()),
                              field("first", Shape.whole(1)),
                              field("sequence", Shape.whole(1)),
                              field("hash", Shape.digest())))))));

  @Override
  public List<EventContract> sent() {
    return List.of(SIGNED);
  }
}
