package io.witan.ledger.heads;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.HeadsVerdict.Broken;
import io.witan.ledger.domain.SignedHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through all batches once, and keeps what they say of a few chains. Only batches that name
 * one of them are read as JSON.
 *
 * <p>That the batches follow one another is checked on the way. With a good signature on the last
 * one, this proves all before it: each is named by the next, by its hash.
 */
final class HeadSearch {
  private static final String ID = "\"id\":\"";

  private final Map<AggregateRef, List<SignedHead>> found = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final ExportLinks links = new ExportLinks(0, "");
  private Optional<Broken> broken = Optional.empty();
  private String last = "";

  HeadSearch(Collection<AggregateRef> chains) {
    chains.forEach(
        chain -> {
          found.put(chain, new ArrayList<>());
          ids.add(chain.id());
        });
  }

  void next(String line) {
    Optional<Broken> fault = links.next(line);
    broken = broken.or(() -> fault);
    if (names(line)) {
      BatchLine.parse(line).ifPresent(this::keep);
    }
    last = line;
  }

  // Ids hold nothing that JSON would escape.
  private boolean names(String line) {
    int start = line.indexOf(ID);
    while (start >= 0) {
      int end = line.indexOf('"', start + ID.length());
      if (end < 0 || ids.contains(line.substring(start + ID.length(), end))) {
        return end >= 0;
      }
      start = line.indexOf(ID, end);
    }
    return false;
  }

  private void keep(BatchLine line) {
    line.batch().heads().stream()
        .filter(head -> found.containsKey(head.aggregate()))
        .forEach(
            head -> found.get(head.aggregate()).add(new SignedHead(line.batch().number(), head)));
  }

  List<SignedHead> of(AggregateRef chain) {
    return List.copyOf(found.get(chain));
  }

  /** Where the batches do not follow one another. */
  Optional<Broken> broken() {
    return broken;
  }

  /** The line of the last batch; empty if there is none. */
  String last() {
    return last;
  }
}
