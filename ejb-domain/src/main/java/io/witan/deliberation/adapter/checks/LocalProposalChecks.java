package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.ProposalChecks;
import io.witan.shared.InvalidValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The checks, all in this process: patches are applied to a configured Git repository, in memory;
 * without one only what can be known is judged.
 */
@Dependent
public class LocalProposalChecks implements ProposalChecks {
  private static final Logger LOG = Logger.getLogger(LocalProposalChecks.class.getName());

  private final Optional<Path> repository;
  private final String ref;

  /**
   * Checks against a repository.
   *
   * @param repository the path of a Git repository; without one what a patch changes is not judged
   * @param ref what names the commit that patches are applied to
   */
  @Inject
  public LocalProposalChecks(
      @ConfigProperty(name = "witan.checks.repository") Optional<String> repository,
      @ConfigProperty(name = "witan.checks.ref") String ref) {
    this.repository = repository.filter(path -> !path.isBlank()).map(Path::of);
    this.ref = ref;
  }

  /**
   * Opens the repository once, so that a wrong setting is told at the start.
   *
   * @throws InvalidValue when there is no repository, or no such ref in it
   */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    repository.ifPresent(
        path -> {
          GitFiles.open(path, ref).close();
          LOG.log(Level.INFO, "patches are applied to {0} of {1}", new Object[] {ref, path});
        });
  }

  @Override
  public CheckSuite check(Proposal proposal, Constraints constraints) {
    Optional<UnifiedDiff> diff = patch(proposal).map(UnifiedDiff::new);
    Check policy = new Policy(proposal, constraints, diff).check();
    return diff.map(patch -> withPatch(policy, patch)).orElseGet(() -> without(policy));
  }

  private static Optional<String> patch(Proposal proposal) {
    return proposal instanceof WorkProposal work ? work.patch() : Optional.empty();
  }

  private CheckSuite withPatch(Check policy, UnifiedDiff diff) {
    PatchedFiles patched = patched(diff);
    return new CheckSuite(policy, Lint.check(diff, patched), DryRun.check(patched));
  }

  private static CheckSuite without(Check policy) {
    return new CheckSuite(
        policy,
        Check.notApplicable(Check.Kind.LINT, "the proposal has no patch"),
        Check.notApplicable(Check.Kind.DRY_RUN, "the proposal has no patch"));
  }

  private PatchedFiles patched(UnifiedDiff diff) {
    if (diff.faults().stream().anyMatch(fault -> fault.isError())
        || !PatchPaths.faults(diff).isEmpty()) {
      return PatchedFiles.none(PatchPaths.faults(diff));
    }
    try {
      return applied(diff);
    } catch (InvalidValue | UnreadableBase notThere) {
      // A fault of the repository says nothing about a proposal, and must not end its council.
      LOG.log(Level.WARNING, "patches are not applied: {0}", notThere.getMessage());
      return PatchedFiles.none(
          List.of(Finding.note("", 0, "not judged whether it applies: " + notThere.getMessage())));
    }
  }

  private PatchedFiles applied(UnifiedDiff diff) throws UnreadableBase {
    if (repository.isEmpty()) {
      return new PatchInMemory(Optional.empty()).apply(diff);
    }
    try (GitFiles base = GitFiles.open(repository.get(), ref)) {
      return new PatchInMemory(Optional.of(base)).apply(diff);
    }
  }
}
