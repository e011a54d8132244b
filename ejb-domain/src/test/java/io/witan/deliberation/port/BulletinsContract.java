package io.witan.deliberation.port;

import io.witan.deliberation.domain.Bulletin;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.domain.Report.PhaseChanged;
import io.witan.shared.Change;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import java.util.Optional;
import java.util.UUID;

/** What every {@link Bulletins} promises. */
public abstract class BulletinsContract extends RepositoryContract<Bulletin, Report> {

  protected abstract Bulletins bulletins();

  private static Report report(String story) {
    return new PhaseChanged(story, "DESIGN", "BUILD", Moments.MORNING);
  }

  @Override
  protected Change<Bulletin, Report> something() {
    return Bulletin.tell(Optional.empty(), report("s-" + UUID.randomUUID()), Moments.MORNING);
  }

  @Override
  protected Change<Bulletin, Report> changed(Bulletin before, long version) {
    return new Change<>(
        new Bulletin(before.storyId(), before.firstAt(), Moments.NOON, version),
        report(before.storyId()));
  }

  @Override
  protected Optional<Bulletin> find(Bulletin thing) {
    return bulletins().find(thing.storyId());
  }

  @Override
  protected Optional<Bulletin> lock(Bulletin thing) {
    return bulletins().lock(thing.storyId());
  }

  @Override
  protected void save(Change<Bulletin, Report> change) {
    bulletins().save(change);
  }

  @Override
  protected long version(Bulletin thing) {
    return thing.version();
  }
}
