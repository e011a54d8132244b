package io.witan.testing;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.domain.Submission.Stage;
import io.witan.deliberation.domain.SubmissionStatistics;
import io.witan.deliberation.port.Submissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Submissions in memory. */
public final class MemorySubmissions implements Submissions {
  private final Map<DeliberationId, Submission> kept = new ConcurrentHashMap<>();
  private final Set<DeliberationId> counted = ConcurrentHashMap.newKeySet();
  private final MemoryTransactions transactions;
  private final MemoryDeliberations deliberations;

  public MemorySubmissions(MemoryTransactions transactions, MemoryDeliberations deliberations) {
    this.transactions = transactions;
    this.deliberations = deliberations;
  }

  @Override
  public boolean add(Submission submission) {
    transactions.mustRun();
    boolean isNew = kept.putIfAbsent(submission.id(), submission) == null;
    if (isNew) {
      transactions.undone(() -> kept.remove(submission.id()));
    }
    return isNew;
  }

  @Override
  public Optional<Standing> find(DeliberationId id) {
    return Optional.ofNullable(kept.get(id)).map(found -> new Standing(found, stage(found)));
  }

  private Stage stage(Submission submission) {
    if (submission.failure().isPresent() || counted.contains(submission.id())) {
      return Stage.COUNTED;
    }
    return deliberations.wasDriven(submission.id()) ? Stage.TAKEN : Stage.WAITS;
  }

  @Override
  public List<Submission> active(int most) {
    return kept.values().stream()
        .filter(one -> deliberation(one).filter(Deliberation::isOpen).isPresent())
        .sorted(Comparator.comparing(Submission::at).thenComparing(one -> one.id().value()))
        .limit(most)
        .toList();
  }

  private Optional<Deliberation> deliberation(Submission submission) {
    return deliberations.find(submission.id());
  }

  @Override
  public void count() {
    kept.values().stream()
        .filter(one -> deliberation(one).filter(ended -> !ended.isOpen()).isPresent())
        .forEach(one -> counted.add(one.id()));
  }

  @Override
  public SubmissionStatistics counted() {
    List<Deliberation> ended =
        kept.values().stream()
            .filter(one -> counted.contains(one.id()))
            .flatMap(one -> deliberation(one).stream())
            .toList();
    long refused = kept.values().stream().filter(one -> one.failure().isPresent()).count();
    long completed = won(ended).count();
    return new SubmissionStatistics(
        kept.size() - refused - ended.size(),
        completed,
        refused + ended.size() - completed,
        won(ended).mapToLong(MemorySubmissions::millis).average().orElse(0));
  }

  private static Stream<Deliberation> won(List<Deliberation> ended) {
    return ended.stream().filter(one -> one.status() == Status.COMPLETED);
  }

  private static long millis(Deliberation ended) {
    return Duration.between(
            ended.charter().createdAt(), ended.ending().map(Ending::at).orElseThrow())
        .toMillis();
  }
}
