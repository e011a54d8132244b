package io.witan.cli.run;

import io.witan.cli.api.About;
import io.witan.cli.api.Story;
import io.witan.cli.api.StoryState;
import java.util.List;

/**
 * What a story came to, as the server tells it: the same after the run that did it and after any
 * later one.
 *
 * @param rehearsal whether any proposal in it came without a model
 * @param repository where the commits are, if they are on this machine
 */
public record RunResult(
    About server,
    Story story,
    boolean rehearsal,
    Winner winner,
    List<Done> tasks,
    Audit audit,
    String repository,
    String apiDocs) {
  public RunResult {
    tasks = List.copyOf(tasks);
  }

  /** The proposal that became the plan, with the scores of all. */
  public record Winner(
      String deliberationId,
      String runner,
      String model,
      String agentId,
      double score,
      List<Score> scores,
      String text) {
    public Winner {
      scores = List.copyOf(scores);
    }
  }

  /** One agent's place. */
  public record Score(int rank, String agentId, double score) {}

  /** One task: its commit, and the score of the proposal that the commit was made from. */
  public record Done(
      String taskId,
      String title,
      String state,
      String commitSha,
      String deliberationId,
      String agentId,
      Double score,
      boolean rehearsal) {}

  /** How many entries tell of it, in how many chains, and which chains are broken. */
  public record Audit(long entries, int chains, boolean verified, List<String> broken) {
    public Audit {
      broken = List.copyOf(broken);
    }
  }

  public boolean done() {
    return story.state() == StoryState.DONE;
  }
}
