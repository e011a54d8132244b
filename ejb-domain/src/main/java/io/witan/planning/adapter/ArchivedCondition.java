package io.witan.planning.adapter;

import io.witan.ledger.adapter.Selection;
import io.witan.planning.port.Archived;
import java.util.Optional;

/** What a list selects first: everything, or what was not archived. */
final class ArchivedCondition {
  private ArchivedCondition() {}

  static Selection of(Archived archived) {
    return archived == Archived.HIDDEN
        ? Selection.all().where("archived", Optional.of(false))
        : Selection.all().either("archived");
  }
}
