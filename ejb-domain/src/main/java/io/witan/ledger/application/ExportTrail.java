package io.witan.ledger.application;

import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.EntryFilter;
import io.witan.ledger.port.AuditTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands out entries of audit chains as they are, page by page, however many there are. */
@Dependent
public class ExportTrail {
  private static final int PAGE = 500;

  private final AuditTrail trail;

  @Inject
  public ExportTrail(AuditTrail trail) {
    this.trail = trail;
  }

  /** All that fit, chain by chain, each from its oldest entry on. */
  public void export(EntryFilter filter, Consumer<AuditEntry> each) {
    List<AuditEntry> page = trail.list(filter, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = trail.list(filter, Optional.of(page.get(page.size() - 1)), PAGE);
    }
  }
}
