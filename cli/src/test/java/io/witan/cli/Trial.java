package io.witan.cli;

import io.witan.cli.command.WitanCommand;
import io.witan.cli.fake.FakeWitan;
import io.witan.cli.repo.MeasuredDisk;
import io.witan.cli.term.Style;
import io.witan.cli.term.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Calls the command line as a person would: in a folder, with a server, with something typed. */
public final class Trial {
  private static final Duration LOOK = Duration.ofMillis(5);

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  public Trial(Path folder, FakeWitan server) {
    MeasuredDisk.once();
    this.folder = folder;
    variables.put("WITAN_URL", server.url());
    file(".witan/data/witan/admin.password", FakeWitan.ADMIN_PASSWORD + "\n");
  }

  /** What a command came to. */
  public record Outcome(int status, String out, String err) {}

  public Trial with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public Path file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public Path folder() {
    return folder;
  }

  public Outcome call(String... words) {
    return typing("", words);
  }

  public Outcome typing(String input, String... words) {
    return typing(Style.PLAIN, input, words);
  }

  public Outcome typing(Style style, String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, style);
    int status = WitanCommand.execute(new Environment(variables, folder, terminal, LOOK), words);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
