package io.witan.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the servers' programs; where one is missing, says how to get it. */
final class Binaries {

  private Binaries() {}

  /** The built graph server: a folder with {@code graph-server.jar} and {@code lib/}. */
  static Path graphServer() {
    Path built = repositoryRoot().resolve("graph-server/target/graph-server");
    return require(
        built,
        Files.exists(built.resolve("graph-server.jar")),
        "no graph server: build it with `mvn package -pl graph-server`");
  }

  /** The nats-server program, from a property, the environment or where the set-up puts it. */
  static Path natsServer() {
    Path program =
        Optional.ofNullable(System.getProperty("witan.nats.server"))
            .or(() -> Optional.ofNullable(System.getenv("WITAN_NATS_SERVER")))
            .map(Path::of)
            .orElseGet(() -> repositoryRoot().resolve(".witan/tools/nats/bin/nats-server"));
    return require(
        program,
        Files.isExecutable(program),
        "no nats-server: run `./witan up` or `./witan test` once, or name one in WITAN_NATS_SERVER"
            + " or -Dwitan.nats.server");
  }

  /** Python with Ray. */
  static Path rayPython() {
    return installed("ray/bin/python", "no Ray");
  }

  /** Python with vLLM. */
  static Path vllmPython() {
    return installed("vllm/bin/python", "no vLLM");
  }

  /** A folder with a language model that knows nothing. */
  static Path tinyModel() {
    return installed("tiny-model", "no tiny model");
  }

  /** What stands below {@code scripts/} of the repository. */
  static Path script(String name) {
    return repositoryRoot().resolve("scripts").resolve(name);
  }

  /** The sources of the application for Ray. */
  static Path raySources() {
    return repositoryRoot().resolve("gpu-executor/src/main/ray");
  }

  private static Path installed(String path, String otherwise) {
    Path found = repositoryRoot().resolve(".witan/tools").resolve(path);
    return require(found, Files.exists(found), otherwise + ": run `./witan test` once");
  }

  private static Path require(Path path, boolean found, String otherwise) {
    if (!found) {
      throw new IllegalStateException(otherwise + " (looked at " + path + ")");
    }
    return path;
  }

  private static Path repositoryRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("witan"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above " + start + " holds the witan script");
  }
}
