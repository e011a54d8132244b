package io.witan.web.deliberation;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.RunnerWaits;
import io.witan.web.request.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A deliberation as shown: who sits in it, every turn known so far, and in the end the ranking.
 *
 * @param model the model of all agents; several are separated by commas
 * @param mode council, vote or single
 * @param rounds of critique and revision, where it is a council
 * @param deadline when it ends with what there is; absent when it may take as long as it takes
 * @param constraints what proposals must keep to; absent when anything may be proposed
 * @param cut why it ended before its last turn: a person should look at it
 * @param forkOf what it was forked from; absent when it was not
 * @param waiting why no turn comes, while its runner cannot be reached
 */
public record DeliberationWire(
    String deliberationId,
    SubjectWire subject,
    String purpose,
    String runner,
    String model,
    String mode,
    int rounds,
    Optional<Instant> deadline,
    Optional<KeptToWire> constraints,
    String status,
    List<AgentWire> agents,
    List<TurnWire> turns,
    List<RankedWire> ranking,
    Optional<String> winnerAgentId,
    Optional<CutWire> cut,
    Optional<String> error,
    Optional<WaitWire> waiting,
    Optional<ForkOfWire> forkOf,
    Instant createdAt,
    Optional<Instant> completedAt,
    long version)
    implements Answers.Versioned {

  /** What it is about. */
  public record SubjectWire(String kind, String id) {
    static SubjectWire from(Subject subject) {
      return new SubjectWire(subject.kind().wire(), subject.id());
    }
  }

  /** One seat. */
  public record AgentWire(String agentId, String role, String model) {
    static AgentWire from(Agent agent) {
      return new AgentWire(agent.id().value(), agent.role().wire(), agent.model());
    }
  }

  /**
   * What proposals must keep to, by the settings and by who started it.
   *
   * @param allowedPaths where a patch may change something; empty means anywhere
   * @param askedPaths of those, only files that also match one of these; empty means all of them
   * @param tests names that a proposal must touch or mention
   * @param forbidden words that it must not say
   * @param requirements what the agents are told to fulfil; no rule judges it
   */
  public record KeptToWire(
      List<String> allowedPaths,
      List<String> askedPaths,
      List<String> tests,
      List<String> forbidden,
      List<String> requirements) {
    static KeptToWire from(Constraints constraints) {
      return new KeptToWire(
          texts(constraints.allowedPaths()),
          texts(constraints.askedPaths()),
          constraints.tests(),
          constraints.forbidden(),
          constraints.requirements());
    }

    private static List<String> texts(List<PathPattern> patterns) {
      return patterns.stream().map(PathPattern::text).toList();
    }
  }

  /**
   * One place of the final order.
   *
   * @param score 0 to 1: what the reviewers said, times what the checks gave
   * @param reviewed whether any reviewer said something
   * @param checks what was checked about the proposal, with the evidence
   */
  public record RankedWire(
      int rank,
      String agentId,
      double score,
      boolean reviewed,
      List<CheckWire> checks,
      String text) {
    static RankedWire from(Ranked ranked) {
      return new RankedWire(
          ranked.rank(),
          ranked.agent().value(),
          ranked.score(),
          ranked.reviewed(),
          ranked.checks().all().stream().map(CheckWire::from).toList(),
          ranked.text());
    }
  }

  /**
   * One check of a proposal.
   *
   * @param check policy, lint or dry_run
   * @param outcome PASSED, FAILED or NOT_APPLICABLE
   */
  public record CheckWire(
      String check, String outcome, String message, List<FindingWire> findings) {
    static CheckWire from(Check check) {
      return new CheckWire(
          check.kind().wire(),
          check.outcome().name(),
          check.message(),
          check.findings().stream().map(FindingWire::from).toList());
    }
  }

  /**
   * A line of evidence.
   *
   * @param file empty when it is about the proposal as a whole
   * @param line from 1; 0 when it is about the whole file
   */
  public record FindingWire(String file, int line, String severity, String text) {
    static FindingWire from(Finding finding) {
      return new FindingWire(
          finding.file(), finding.line(), finding.severity().name(), finding.text());
    }
  }

  /** Which deliberation it was forked from, and the first turn that was taken anew. */
  public record ForkOfWire(String deliberationId, int fromTurn) {
    static ForkOfWire from(Origin origin) {
      return new ForkOfWire(origin.deliberation().value(), origin.fromTurn());
    }
  }

  /** What ran out before its last turn: the budget or the time. */
  public record CutWire(String kind, String detail) {
    static CutWire from(Cut cut) {
      return new CutWire(cut.kind().wire(), cut.detail());
    }
  }

  /** Why no turn comes: the runner cannot be reached. */
  public record WaitWire(String reason, Instant since) {
    static WaitWire from(RunnerWaits.Wait wait) {
      return new WaitWire(wait.reason(), wait.since());
    }
  }

  static DeliberationWire from(Deliberation deliberation) {
    return from(deliberation, Optional.empty());
  }

  static DeliberationWire from(Deliberation deliberation, Optional<RunnerWaits.Wait> wait) {
    Charter charter = deliberation.charter();
    return new DeliberationWire(
        deliberation.id().value(),
        SubjectWire.from(charter.subject()),
        charter.purpose().name(),
        charter.runner(),
        models(charter),
        charter.terms().mode().wire(),
        charter.terms().rounds(),
        charter.terms().deadline(),
        Optional.of(charter.terms().constraints())
            .filter(some -> !some.isNone())
            .map(KeptToWire::from),
        deliberation.status().name(),
        charter.agents().stream().map(AgentWire::from).toList(),
        deliberation.slots().stream()
            .map(slot -> TurnWire.from(slot, deliberation.turn(slot)))
            .toList(),
        deliberation.ranking().stream().map(RankedWire::from).toList(),
        deliberation.winner().map(Ranked::agent).map(AgentId::value),
        deliberation.cut().map(CutWire::from),
        deliberation.failure(),
        wait.map(WaitWire::from),
        charter.origin().map(ForkOfWire::from),
        charter.createdAt(),
        deliberation.ending().map(Ending::at),
        deliberation.version());
  }

  private static String models(Charter charter) {
    return charter.agents().stream().map(Agent::model).distinct().collect(Collectors.joining(", "));
  }
}
