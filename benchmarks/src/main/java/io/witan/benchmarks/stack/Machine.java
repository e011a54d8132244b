package io.witan.benchmarks.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The facts of the machine and the versions that the figures belong to. */
public final class Machine {
  private Machine() {}

  public static Map<String, String> facts(Path root) throws IOException, InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("when", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("commit", said(root, "git", "rev-parse", "--short", "HEAD"));
    facts.put(
        "cores",
        "%d, %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(), line("/proc/cpuinfo", "model name")));
    facts.put("memory", megabytes(line("/proc/meminfo", "MemTotal")));
    facts.put(
        "load before (1, 5, 15 min)",
        String.join(
            ", ", List.of(Files.readString(Path.of("/proc/loadavg")).split(" ")).subList(0, 3)));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put(
        "JDK",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put(
        "nats-server", said(root, natsServer(root), "--version").replace("nats-server: ", ""));
    facts.putAll(versions());
    return facts;
  }

  /** The nats-server that the stack runs. */
  public static String natsServer(Path root) {
    String named = System.getenv("WITAN_NATS_SERVER");
    return named == null || named.isEmpty()
        ? root.resolve(".witan/tools/nats/bin/nats-server").toString()
        : named;
  }

  private static Map<String, String> versions() throws IOException {
    Properties properties = new Properties();
    try (InputStream file =
        Machine.class.getResourceAsStream("/io/witan/benchmarks/versions.properties")) {
      properties.load(file);
    }
    Map<String, String> versions = new TreeMap<>();
    properties.forEach((name, version) -> versions.put(name.toString(), version.toString()));
    return versions;
  }

  private static String line(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String megabytes(String kilobytes) {
    return Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1024 + " MB";
  }

  private static String said(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? said : "unknown";
  }
}
