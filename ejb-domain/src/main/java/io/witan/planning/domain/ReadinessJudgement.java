package io.witan.planning.domain;

import io.witan.planning.domain.JudgementEvent.JudgementFailed;
import io.witan.planning.domain.JudgementEvent.JudgementRequested;
import io.witan.planning.domain.JudgementEvent.ReadinessJudged;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a council thinks of a story's readiness, beside what the rules say. It holds for the text
 * that the council was shown and for no other; it can be asked for again, and then counts only what
 * comes of that.
 *
 * @param contentDigest of the text that is judged
 * @param deliberation the one that is waited for, or was last
 * @param reason why there is no verdict; empty otherwise
 * @param verdict present when it is judged
 */
public record ReadinessJudgement(
    JudgementId id,
    StoryId story,
    String contentDigest,
    String deliberation,
    JudgementStatus status,
    String reason,
    Optional<Readiness> verdict,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public static Change<ReadinessJudgement, JudgementEvent> request(
      Story story, String deliberation, ActorId by, Instant at) {
    return asked(story, deliberation, by, at, at, 1);
  }

  /** Asks again, after a verdict or after a failure. */
  public Outcome<Change<ReadinessJudgement, JudgementEvent>> again(
      Story now, String next, ActorId by, Instant at) {
    if (status == JudgementStatus.REQUESTED) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.ILLEGAL_TRANSITION,
              "a judgement of story %s cannot be asked for while REQUESTED; legal: JUDGED, FAILED"
                  .formatted(story)));
    }
    return Outcome.done(asked(now, next, by, createdAt, at, version + 1));
  }

  private static Change<ReadinessJudgement, JudgementEvent> asked(
      Story story, String deliberation, ActorId by, Instant first, Instant at, long version) {
    JudgementId id = JudgementId.of(story.id());
    String digest = story.text().digest();
    return new Change<>(
        new ReadinessJudgement(
            id,
            story.id(),
            digest,
            deliberation,
            JudgementStatus.REQUESTED,
            "",
            Optional.empty(),
            first,
            at,
            version),
        new JudgementRequested(id, story.id(), deliberation, digest, by, at));
  }

  /** Whether the answer of that deliberation is waited for; another one comes too late. */
  public boolean waitsFor(String answer) {
    return status == JudgementStatus.REQUESTED && deliberation.equals(answer);
  }

  /** Whether it is about this text, and not about what the story said before. */
  public boolean isAbout(StoryText text) {
    return contentDigest.equals(text.digest());
  }

  /** What the council says about this text; absent while it says nothing, or of an earlier one. */
  public Optional<Readiness> verdictOn(StoryText text) {
    return verdict.filter(given -> isAbout(text));
  }

  /**
   * Takes the council's verdict: judged, or failed where it does not fit the story as it is now.
   */
  public Change<ReadinessJudgement, JudgementEvent> judged(Story now, Readiness given, Instant at) {
    return now.writable()
        .then(open -> fitting(open.text(), given))
        .fold(
            fits ->
                new Change<>(
                    ended(JudgementStatus.JUDGED, "", Optional.of(fits), at),
                    new ReadinessJudged(id, story, deliberation, contentDigest, fits, at)),
            refusal -> failed(refusal.message(), at));
  }

  private Outcome<Readiness> fitting(StoryText text, Readiness given) {
    if (!isAbout(text)) {
      return misfit("the story was changed while the council judged it: ask again");
    }
    return given
        .unquoted(text)
        .map(
            made ->
                misfit(
                    "the council's evidence for %s is not in the story: \"%s\""
                        .formatted(made.name(), made.shortEvidence())))
        .orElseGet(() -> Outcome.done(given));
  }

  private static Outcome<Readiness> misfit(String why) {
    return Outcome.refused(Refusal.of(Refusal.Code.GUARD_FAILED, why));
  }

  /** It gave no verdict. */
  public Change<ReadinessJudgement, JudgementEvent> failed(String why, Instant at) {
    return new Change<>(
        ended(JudgementStatus.FAILED, why, Optional.empty(), at),
        new JudgementFailed(id, story, deliberation, why, at));
  }

  private ReadinessJudgement ended(
      JudgementStatus how, String why, Optional<Readiness> given, Instant at) {
    return new ReadinessJudgement(
        id, story, contentDigest, deliberation, how, why, given, createdAt, at, version + 1);
  }
}
