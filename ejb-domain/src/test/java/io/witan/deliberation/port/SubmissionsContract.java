package io.witan.deliberation.port;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.domain.Submission.Stage;
import io.witan.deliberation.domain.SubmissionStatistics;
import io.witan.deliberation.port.Submissions.Standing;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Submissions} promises. Others may use the same store at the same time. */
public abstract class SubmissionsContract {
  private static final int ALL = 100_000;

  private final String task = "T-" + UUID.randomUUID();

  protected abstract Submissions submissions();

  protected abstract DeliberationRepository deliberations();

  protected abstract DrivingLeases leases(Clock clock, Duration length);

  protected abstract Transactions transactions();

  private <T> T inTransaction(Supplier<T> work) {
    return value(transactions().run(Command.by(Actor.system()), () -> Outcome.done(work.get())));
  }

  private Submission submission(int place, Optional<String> failure) {
    return new Submission(
        Submission.id(task, MORNING, place), task, Role.QA, MORNING.plusSeconds(place), failure);
  }

  private Submission submitted(int place) {
    Submission submission = submission(place, Optional.empty());
    inTransaction(
        () -> {
          deliberations()
              .save(
                  Deliberation.start(
                      submission.id(),
                      Deliberations.charter(Subject.task(task), Purpose.IMPLEMENT, 1).apart()));
          return submissions().add(submission);
        });
    return submission;
  }

  private void ended(
      Submission submission,
      Function<Deliberation, List<Change<Deliberation, DeliberationEvent>>> how) {
    boolean unused =
        inTransaction(
            () -> {
              deliberations()
                  .saveAll(how.apply(deliberations().lock(submission.id()).orElseThrow()));
              return true;
            });
  }

  private static List<Change<Deliberation, DeliberationEvent>> lost(Deliberation open) {
    return List.of(value(open.fail("nobody answered", MORNING.plusSeconds(9))));
  }

  private static List<Change<Deliberation, DeliberationEvent>> won(Deliberation open) {
    Change<Deliberation, DeliberationEvent> drafted =
        value(open.record(Deliberations.said(open.next().get(0), 0), "asked", MORNING));
    return List.of(drafted, value(drafted.after().conclude(MORNING.plusSeconds(4))));
  }

  private Stage stage(Submission submission) {
    return submissions().find(submission.id()).map(Standing::stage).orElseThrow();
  }

  private List<Submission> active() {
    return submissions().active(ALL).stream().filter(one -> one.task().equals(task)).toList();
  }

  @Test
  void one_reads_back_as_it_was_added() {
    Submission begun = submitted(1);
    Submission refused = submission(2, Optional.of("nothing is left to spend"));
    inTransaction(() -> submissions().add(refused));

    assertThat(submissions().find(begun.id())).contains(new Standing(begun, Stage.WAITS));
    assertThat(submissions().find(refused.id())).contains(new Standing(refused, Stage.COUNTED));
    assertThat(submissions().find(new DeliberationId("deliberation-unknown-1"))).isEmpty();
  }

  @Test
  void a_second_one_of_the_same_id_is_not_added() {
    Submission first = submitted(1);
    Submission second = submission(1, Optional.of("another"));

    assertThat(inTransaction(() -> submissions().add(second))).isFalse();

    assertThat(submissions().find(first.id())).map(Standing::submission).contains(first);
  }

  @Test
  void of_many_that_want_an_id_at_the_same_time_one_gets_it() throws Exception {
    List<Boolean> got =
        atOnce(
            sender -> {
              Submission own = submission(1, Optional.of("sender " + sender));
              return inTransaction(() -> submissions().add(own));
            });

    assertThat(got).containsOnlyOnce(true);
  }

  private static <T> List<T> atOnce(IntFunction<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<T>> all =
          IntStream.range(0, 4).mapToObj(one -> (Callable<T>) () -> work.apply(one)).toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_is_refused_leaves_nothing() {
    Submission submission = submission(1, Optional.empty());
    Outcome<Submission> refused =
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  boolean unused = submissions().add(submission);
                  return Refusal.notFound("council", "x").asOutcome();
                });

    assertThat(refused.isDone()).isFalse();
    assertThat(submissions().find(submission.id())).isEmpty();
  }

  @Test
  void one_waits_until_it_is_driven() {
    Submission waiting = submitted(1);
    Submission driven = submitted(2);

    DrivingLeases leases = leases(Clock.fixed(MORNING, ZoneOffset.UTC), Duration.ofSeconds(5));
    assertThat(leases.acquire(driven.id())).isPresent();
    leases.release(driven.id());

    assertThat(stage(waiting)).isEqualTo(Stage.WAITS);
    assertThat(stage(driven)).isEqualTo(Stage.TAKEN);
  }

  @Test
  void those_are_active_that_have_not_ended_the_oldest_first() {
    Submission second = submitted(2);
    Submission first = submitted(1);
    ended(submitted(3), SubmissionsContract::won);

    assertThat(active()).containsExactly(first, second);
    assertThat(submissions().active(1)).hasSize(1);
  }

  @Test
  void each_outcome_is_counted_once_however_many_count() throws Exception {
    submissions().count();
    SubmissionStatistics before = submissions().counted();
    Submission won = submitted(1);
    Submission lost = submitted(2);
    submitted(3);
    inTransaction(() -> submissions().add(submission(4, Optional.of("refused"))));
    ended(won, SubmissionsContract::won);
    ended(lost, SubmissionsContract::lost);

    List<Boolean> unused =
        atOnce(
            counter -> {
              submissions().count();
              return true;
            });

    SubmissionStatistics after = submissions().counted();
    assertThat(after.completed()).isEqualTo(before.completed() + 1);
    assertThat(after.failed()).isEqualTo(before.failed() + 2);
    assertThat(after.active()).isEqualTo(before.active() + 1);
    assertThat(after.meanMillis() * after.completed())
        .isCloseTo(before.meanMillis() * before.completed() + 4_000, offset(0.5));
    assertThat(stage(won)).isEqualTo(Stage.COUNTED);
    assertThat(stage(lost)).isEqualTo(Stage.COUNTED);
  }
}
