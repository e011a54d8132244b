package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.api.About;
import java.util.Optional;

/**
 * The runner of turns belongs to the server; a run that wants a model goes on only where the server
 * asks that model.
 */
final class RunnerCheck {
  private RunnerCheck() {}

  /**
   * Checks that the wanted model, if there is one, is the one that the server asks.
   *
   * @param model the wanted model, if one was named
   * @throws Stop when the server's turns are not taken by it
   */
  static void require(About about, Optional<String> url, Optional<String> model) {
    if (model.isEmpty() || (!about.rehearsal() && model.get().equals(about.model()))) {
      return;
    }
    throw Stop.refused(
        "the server's turns are taken by %s, not by %s".formatted(about.turnsBy(), model.get()),
        "./witan down, then the same ./witan run: it starts the server with this model",
        "or start the server yourself with witan.runner=openai, witan.openai.url=%s, witan.openai.model=%s"
            .formatted(url.orElse("URL"), model.get()));
  }
}
