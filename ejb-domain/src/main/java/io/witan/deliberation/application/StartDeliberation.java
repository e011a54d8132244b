package io.witan.deliberation.application;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Starts a deliberation, or answers the one that is open about the same subject for the same
 * purpose. The turns are taken in the background, after the commit.
 */
@Dependent
public class StartDeliberation {
  private final Transactions transactions;
  private final DeliberationRepository deliberations;
  private final Charters charters;
  private final IdSource ids;

  @Inject
  public StartDeliberation(
      Transactions transactions,
      DeliberationRepository deliberations,
      Charters charters,
      IdSource ids) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.charters = charters;
    this.ids = ids;
  }

  /**
   * What is wanted.
   *
   * @param assignment what to think about; when absent, the text of the story or task is taken
   * @param agents who deliberates; when empty, the configured council
   * @param mandate which gate asks for it; absent when none does
   * @param wish which of the usual rules are to be otherwise
   */
  public record Request(
      Purpose purpose,
      Subject subject,
      Optional<Assignment> assignment,
      List<Agent> agents,
      Optional<Mandate> mandate,
      Wish wish) {
    public Request {
      agents = List.copyOf(agents);
    }

    /** For nobody's gate. */
    public Request(
        Purpose purpose, Subject subject, Optional<Assignment> assignment, List<Agent> agents) {
      this(purpose, subject, assignment, agents, Optional.empty(), Wish.none());
    }

    /** By other rules. */
    public Request under(Wish other) {
      return new Request(purpose, subject, assignment, agents, mandate, other);
    }

    /** How to build a story that Witan keeps. */
    public static Request planOf(String storyId) {
      return new Request(Purpose.PLAN, Subject.story(storyId), Optional.empty(), List.of());
    }

    /** How to do a task that Witan keeps. */
    public static Request implementationOf(String taskId) {
      return new Request(Purpose.IMPLEMENT, Subject.task(taskId), Optional.empty(), List.of());
    }
  }

  /** A plan or a review needs a product owner, an implementation a developer. */
  public Outcome<Deliberation> start(Command command, Request request) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("start a deliberation", request.purpose().needed())
                .then(actor -> startOrJoin(command, request)));
  }

  private Outcome<Deliberation> startOrJoin(Command command, Request request) {
    return deliberations
        .openAbout(request.subject(), request.purpose())
        .map(Outcome::done)
        .orElseGet(() -> start(command, request, DeliberationId.next(ids)));
  }

  private Outcome<Deliberation> start(Command command, Request request, DeliberationId id) {
    return charters
        .write(command, request, id)
        .map(charter -> Deliberation.start(id, charter))
        .onDone(deliberations::save)
        .map(change -> change.after());
  }
}
