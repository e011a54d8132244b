package io.witan.testing;

import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.Standings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Standings in memory. */
public final class MemoryStandings implements Standings {
  private final Map<Key, Standing> kept = new ConcurrentHashMap<>();
  private final MemoryTransactions transactions;

  private record Key(String purpose, Judge judge) {}

  public MemoryStandings(MemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void lock(String purpose, Collection<Judge> judges) {
    judges.forEach(judge -> transactions.lock(new Key(purpose, judge)));
  }

  @Override
  public void save(Standing standing) {
    Key key = new Key(standing.purpose(), standing.judge());
    if (!transactions.holds(key)) {
      throw new IllegalStateException(key + " was not locked first");
    }
    Optional<Standing> before = Optional.ofNullable(kept.put(key, standing));
    transactions.undone(
        () -> before.ifPresentOrElse(old -> kept.put(key, old), () -> kept.remove(key)));
  }

  @Override
  public List<Standing> of(String purpose, Collection<Judge> judges) {
    return all(Optional.of(purpose)).stream()
        .filter(standing -> judges.contains(standing.judge()))
        .toList();
  }

  @Override
  public List<Standing> all(Optional<String> purpose) {
    return kept.values().stream()
        .filter(standing -> purpose.map(standing.purpose()::equals).orElse(true))
        .sorted(
            Comparator.comparing(Standing::purpose)
                .thenComparing(standing -> standing.judge().kind().name())
                .thenComparing(standing -> standing.judge().name()))
        .toList();
  }
}
