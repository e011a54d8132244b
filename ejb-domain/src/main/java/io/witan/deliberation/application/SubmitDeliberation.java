package io.witan.deliberation.application;

import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.Submissions;
import io.witan.deliberation.port.Submissions.Standing;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins a deliberation of agents that the sender names, and remembers it as a submission.
 *
 * <p>Work on one task may be submitted several times; each time it is done anew. What planning
 * hears of, a review or a plan, is joined while one is open about the same.
 */
@Dependent
public class SubmitDeliberation {
  private final Transactions transactions;
  private final DeliberationRepository deliberations;
  private final Submissions submissions;
  private final Charters charters;
  private final Clock clock;

  @Inject
  public SubmitDeliberation(
      Transactions transactions,
      DeliberationRepository deliberations,
      Submissions submissions,
      Charters charters,
      Clock clock) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.submissions = submissions;
    this.charters = charters;
    this.clock = clock;
  }

  /**
   * What is wanted.
   *
   * @param task as the sender calls it
   * @param context what the agents may know beside the task; absent means what is known here
   */
  public record Order(
      String task, Role role, StartDeliberation.Request request, Optional<String> context) {
    public Order {
      Objects.requireNonNull(task, "task");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(request, "request");
      Objects.requireNonNull(context, "context");
    }

    private boolean isWork() {
      return request.purpose() == Purpose.IMPLEMENT;
    }

    private Charter written(Charter charter) {
      Charter known = context.map(charter::knowing).orElse(charter);
      return isWork() ? known.apart() : known;
    }
  }

  /** A plan or a review needs a product owner, work a developer. */
  public Outcome<Submission> submit(Command command, Order order) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("submit a deliberation", order.request().purpose().needed())
                .then(actor -> submitted(command, order)));
  }

  private Outcome<Submission> submitted(Command command, Order order) {
    return open(order)
        .map(open -> Outcome.done(joined(order, open.id())))
        .orElseGet(() -> begun(command, order));
  }

  private Optional<Deliberation> open(Order order) {
    return order.isWork()
        ? Optional.empty()
        : deliberations.openAbout(order.request().subject(), order.request().purpose());
  }

  private Submission joined(Order order, DeliberationId open) {
    Submission submission = submission(order, open);
    return submissions.add(submission)
        ? submission
        : submissions.find(open).map(Standing::submission).orElseThrow();
  }

  private Outcome<Submission> begun(Command command, Order order) {
    Submission submission = named(order);
    return charters
        .write(command, order.request(), submission.id())
        .map(order::written)
        .map(charter -> Deliberation.start(submission.id(), charter))
        .onDone(deliberations::save)
        .map(change -> submission);
  }

  private Submission named(Order order) {
    return SubmissionNames.add(
        submissions, order.task(), clock.instant(), id -> submission(order, id));
  }

  private Submission submission(Order order, DeliberationId id) {
    return new Submission(id, order.task(), order.role(), clock.instant(), Optional.empty());
  }
}
