package io.witan.web.live;

import io.witan.deliberation.adapter.DeliberationWatch;
import io.witan.deliberation.adapter.DeliberationWatch.Watching;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Narration;
import io.witan.deliberation.domain.Progress;
import io.witan.web.json.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/** Hands how one deliberation goes on to one who watches, and lets go at its end. */
final class ProgressWatcher {
  private final Narration narration;
  private final Connection connection;

  ProgressWatcher(Narration narration, Connection connection) {
    this.narration = narration;
    this.connection = connection;
  }

  void follow(DeliberationWatch watch, DeliberationId id) {
    connection.greet();
    Watching watching = watch.follow(id, this::see);
    connection.whenClosed(watching::close);
    CompletionStage<?> unused = watching.end().whenComplete((ended, failure) -> connection.end());
  }

  private void see(Deliberation now) {
    narration.see(now).forEach(step -> send(now, step));
  }

  private void send(Deliberation now, Progress step) {
    connection.send(
        connection
            .event()
            .id(step.told().text())
            .name(step.isLast() ? "end" : "progress")
            .data(String.class, json(ProgressWire.from(now, step)))
            .build());
  }

  private static String json(ProgressWire progress) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    RecordWriter.write(progress, text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
