package io.witan.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shell command does without starting anything. */
class WitanScriptTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir Path folder;

  record Outcome(int status, String output) {}

  @Test
  void explainsItselfWhereNothingIsAsked() throws Exception {
    assertThat(witan().output()).contains("./witan run FILE", "WITAN_HTTP_PORT");
  }

  @Test
  void saysThatNothingRunsInAFreshHome() throws Exception {
    Outcome status = witan("status");

    assertThat(status.status()).isEqualTo(3);
    assertThat(status.output()).containsPattern("neo4j +stopped").containsPattern("witan +stopped");
  }

  @Test
  void takesDownWhatIsNotThere() throws Exception {
    Outcome down = witan("down");

    assertThat(down.status()).isZero();
    assertThat(down.output()).contains("Nothing was running");
  }

  @Test
  void refusesArgumentsThatACommandDoesNotTake() throws Exception {
    assertThat(witan("up", "now").output()).contains("up takes no arguments");
    assertThat(witan("logs", "nonsense").output()).contains("no log named nonsense");
    assertThat(witan("logs", "nonsense").status()).isEqualTo(2);
  }

  @Test
  void runsNothingWithoutAFileThatIsThere() throws Exception {
    assertThat(witan("run").output()).contains("give the Markdown file");
    assertThat(witan("run", "no-such-file.md").output())
        .contains("give the Markdown file", "no file no-such-file.md");
    assertThat(witan("run", folder.toString()).output()).contains(folder + " is a folder");
    assertThat(witan("run").status()).isEqualTo(2);
  }

  @Test
  void leavesStandardOutputToTheAnswerWhereThatIsAsked() throws Exception {
    assertThat(script("say progress 2>/dev/null").output()).contains("progress");
    assertThat(script("SAY_TO=2", "say progress 2>/dev/null").output()).isEmpty();
  }

  @Test
  void worksInALocaleThatKnowsMoreThanAscii() throws Exception {
    String locale =
        "unset LC_ALL LC_CTYPE LANG; %s; . \"$ROOT/scripts/common.sh\"; echo \"$LC_ALL\"";

    assertThat(script(locale.formatted("true")).output().strip()).isEqualTo("C.UTF-8");
    assertThat(script(locale.formatted("LANG=POSIX")).output().strip()).isEqualTo("C.UTF-8");
    assertThat(script(locale.formatted("LANG=de_DE.UTF-8")).output().strip()).isEmpty();
  }

  @Nested
  class Processes {

    @Test
    void areOursOnlyWhileTheStartTimeAgrees() throws Exception {
      Outcome outcome =
          script(
              "mkdir -p \"$RUN\" \"$LOG\"",
              "start_process nap 1 sleep 60; is_running nap && echo ours; nap=$pid",
              "printf '%s 1 1 1\\n' \"$nap\" >\"$RUN/nap.pid\"; is_running nap || echo recycled",
              "stop_process nap; kill -0 \"$nap\" && echo untouched; kill \"$nap\"");

      assertThat(outcome.output().lines()).containsExactly("ours", "recycled", "untouched");
    }

    @Test
    void areStoppedAndForgotten() throws Exception {
      Outcome outcome =
          script(
              "mkdir -p \"$RUN\" \"$LOG\"",
              "start_process nap 1 sleep 60; is_running nap; nap=$pid",
              "stop_process nap; [ -f \"$RUN/nap.pid\" ] || echo forgotten",
              "[ -z \"$(start_time \"$nap\")\" ] && echo gone");

      assertThat(outcome.output().lines()).containsExactly("forgotten", "gone");
    }

    @Test
    void thatHoldAPortAreNamedWithTheWayOut() throws Exception {
      int port = FreePorts.next();
      try (var busy = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        Outcome outcome = script("require_free " + busy.getLocalPort() + " WITAN_HTTP_PORT");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
            .contains("port " + port + " is taken by process " + ProcessHandle.current().pid())
            .contains("set WITAN_HTTP_PORT");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "abc", "0", "65536", "99999999999999999999", "80,81", "-1"})
    void haveAPortThatIsOne(String port) throws Exception {
      Outcome outcome = script("require_free " + port + " WITAN_HTTP_PORT");

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output())
          .contains("WITAN_HTTP_PORT is", "expected a port number from 1 to 65535");
    }

    @Test
    void haveGrpcPortsWithCommasBetween() throws Exception {
      Outcome outcome =
          script("require_free() { true; }", "GRPC_PORTS='50051 50054'; check_application_ports");

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output()).contains("WITAN_GRPC_PORTS is '50051 50054'", "commas");
    }

    @Test
    void mayHaveAHomeWithAnyName() throws Exception {
      Outcome outcome =
          script(
              "mkdir -p \"$RUN\" \"$LOG\"; NATS_SERVER=true",
              "DATA='/tmp/a \"quoted\" \\home'; start_nats",
              "grep store_dir \"$RUN/nats.conf\"");

      assertThat(outcome.output()).contains("store_dir: \"/tmp/a \\\"quoted\\\" \\\\home/nats\"");
    }
  }

  @Nested
  class WithRay {

    @Test
    void nothingStartsWhereItsOptionsMakeNoSense() throws Exception {
      assertThat(witan("up", "--ray").output()).contains("--ray needs a model server");
      assertThat(witan("up", "--vllm", "x").output()).contains("--vllm is for --ray");
      assertThat(witan("up", "--ray", "--vllm").output()).contains("name the folder of a model");
      assertThat(witan("up", "--ray", "--vllm", folder.toString()).output())
          .contains("there is no model in " + folder, "config.json");
      assertThat(witan("up", "--ray").status()).isEqualTo(2);
    }

    @Test
    void thereIsOneModelServer() throws Exception {
      Files.createFile(folder.resolve("config.json"));

      Outcome two =
          script(
              "WITAN_RAY=1 WITAN_VLLM='%s' WITAN_OPENAI_URL=http://other".formatted(folder),
              "check_ray_options");

      assertThat(two.output()).contains("http://other is named as another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://m:1", "http://m:1/", "http://m:1/v1", "http://m:1/v1/"})
    void theModelServerHasOneAddressHoweverItIsWritten(String address) throws Exception {
      assertThat(script("WITAN_RAY=1 WITAN_OPENAI_URL=" + address, "ray_endpoint").output())
          .isEqualToIgnoringNewLines("http://m:1/v1");
    }

    @Test
    void turnsGoOverIt() throws Exception {
      Outcome settings =
          script(
              "mkdir -p \"$RUN\"; WITAN_RAY=1 WITAN_OPENAI_URL=http://m WITAN_OPENAI_MODEL=tiny",
              "DATA=/data RAY_PORT=8100; runner_settings");

      assertThat(settings.output().lines())
          .containsExactly(
              "witan.runner=ray",
              "witan.ray.clusters=local=http://127.0.0.1:8100",
              "witan.ray.token-file=/data/ray/token",
              "witan.ray.model=tiny",
              "witan.openai.url=http://m/v1");
    }

    @Test
    void whatIsInstalledIsInstalledOnceAndAgainWhenItWasCutOff() throws Exception {
      Outcome outcome =
          script(
              "TOOLS='%s'; ROOM_TO_UNPACK=0".formatted(folder),
              "make_python_folder() { mkdir -p \"$place\"; echo \"$wanted\" >\"$place/.complete\"; }",
              "need_python_folder a 'A part' 0; need_python_folder a 'A part' 0",
              "rm \"$TOOLS/a/.complete\"; need_python_folder a 'A part' 0");

      assertThat(outcome.output().lines()).hasSize(2).allMatch(line -> line.contains("A part"));
    }

    @Test
    void thereMustBeRoomForIt() throws Exception {
      Outcome outcome = script("TOOLS='%s'; require_room 999999999".formatted(folder));

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output()).contains("999999999 MB are needed in " + folder, "MB are free");
    }
  }

  @Nested
  class AnApplicationThatDoesNotStart {
    private static final String FAILED =
        "12:00 SEVERE core: Exception while loading the app : CDI deployment failure:";

    private String reason(String log) throws Exception {
      return script(
              "mkdir -p \"$LOG\"; HTTP_PORT=%d".formatted(FreePorts.next()),
              "cat >\"$LOG/witan.log\" <<'LOG'\n" + log + "\nLOG",
              "why_not_ready")
          .output();
    }

    @Test
    void saysWhatItsDeploymentEndedWith() throws Exception {
      assertThat(reason("before\n" + FAILED + "unknown setting x -- unknown setting x\nafter"))
          .isEqualTo("unknown setting x");
    }

    @Test
    void saysTheFirstOfSeveralReasons() throws Exception {
      assertThat(
              reason(
                  FAILED + "Exception List with 2 exceptions:\nException 0 :\nno such runner\nat"))
          .isEqualTo("no such runner");
    }

    @Test
    void mayHaveSaidNothing() throws Exception {
      assertThat(reason("12:00 INFO all is well")).isEmpty();
    }

    @Test
    void saysItselfWhatIsMissingWhileItRuns() throws Exception {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      server.createContext(
          "/health/ready",
          exchange -> {
            byte[] down = "{\"checks\":[{\"data\":{\"reason\":\"no store\"}}]}".getBytes(UTF_8);
            exchange.sendResponseHeaders(503, down.length);
            exchange.getResponseBody().write(down);
            exchange.close();
          });
      server.start();
      try {
        assertThat(script("HTTP_PORT=" + server.getAddress().getPort(), "why_not_ready").output())
            .isEqualTo("no store");
      } finally {
        server.stop(0);
      }
    }
  }

  @Nested
  class Counting {
    private static final String PASSED = "  <testcase name=\"a\" time=\"0.1\"/>\n";
    private static final String FAILED = caseWith("<failure message=\"no\">no</failure>");
    private static final String BROKEN = caseWith("<error type=\"x\"><![CDATA[x]]></error>");
    private static final String SKIPPED = caseWith("<skipped/>");

    private static String caseWith(String outcome) {
      return "  <testcase name=\"a\" time=\"0.1\">\n    " + outcome + "\n  </testcase>\n";
    }

    @Test
    void addsUpAllReports() throws Exception {
      report("a", PASSED, PASSED, PASSED, FAILED, BROKEN, SKIPPED);
      report("b", PASSED, PASSED, PASSED, PASSED, PASSED, PASSED);

      assertThat(script("ROOT=" + folder, "totals").output()).isEqualToIgnoringNewLines("9 2 1");
    }

    @Test
    void isNothingWhereNothingRan() throws Exception {
      assertThat(script("ROOT=" + folder, "totals").output()).isEqualToIgnoringNewLines("0 0 0");
    }

    // As Surefire writes them: the head line leaves the cases of nested classes out.
    private void report(String name, String... cases) throws IOException {
      Path reports = Files.createDirectories(folder.resolve(name + "/target/surefire-reports"));
      Files.writeString(
          reports.resolve("TEST-" + name + ".xml"),
          "<?xml version=\"1.0\"?>\n<testsuite name=\"x\" tests=\"0\" errors=\"0\" failures=\"0\">\n"
              + String.join("", cases)
              + "</testsuite>\n");
    }
  }

  @Nested
  class Coverage {
    private static final String HEAD =
        "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,"
            + "LINE_MISSED,LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,METHOD_COVERED\n";
    private static final String GOOD_RULES = row("planning.domain", 1, 3, 10, 90);
    private static final String GOOD_REST = row("web.planning", 0, 0, 40, 160);

    @Test
    void isShownForAllAndForTheRulesOfEachContext() throws Exception {
      report(GOOD_RULES, row("workflow.application.deep", 0, 2, 0, 50), GOOD_REST);

      Outcome coverage = coverage();

      assertThat(coverage.status()).isZero();
      assertThat(coverage.output().lines().map(line -> line.replaceAll(" +", " ")))
          .containsExactly(
              "Coverage lines branches floor",
              "everything 85.7 % 83.3 % 80 %",
              "domain and application 93.3 % 83.3 % 90 %",
              " of planning 90.0 % 75.0 % 90 %",
              " of workflow 100.0 % 100.0 % 90 %",
              "Report: " + folder + "/index.html");
    }

    @Test
    void ofOneContextBelowItsFloorIsAFailure() throws Exception {
      report(
          GOOD_RULES, row("workflow.domain", 0, 0, 101, 899), row("ledger.domain", 0, 0, 0, 999));

      Outcome coverage = coverage();

      assertThat(coverage.status()).isEqualTo(1);
      assertThat(coverage.output().lines().filter(line -> line.endsWith("too low")))
          .singleElement()
          .asString()
          .contains("of workflow", "89.9 %");
    }

    @Test
    void ofAllBelowTheFloorIsAFailure() throws Exception {
      report(GOOD_RULES, row("web.planning", 0, 0, 60, 100));

      assertThat(coverage().output().lines().filter(line -> line.endsWith("too low")))
          .singleElement()
          .asString()
          .contains("everything", "73.0 %");
    }

    @Test
    void thatNobodyMeasuredIsAFailure() throws Exception {
      assertThat(coverage().status()).isEqualTo(1);
      assertThat(coverage().output()).contains("there is no report");
    }

    private Outcome coverage() throws Exception {
      return script("COVERAGE='" + folder + "'", "show_coverage");
    }

    private void report(String... rows) throws IOException {
      Files.writeString(folder.resolve("jacoco.csv"), HEAD + String.join("", rows));
    }

    private static String row(
        String packages, int branchesMissed, int branches, int linesMissed, int lines) {
      return "\"Witan/domain, use cases\",io.witan.%s,Some,1,1,%d,%d,%d,%d,1,1,1,1\n"
          .formatted(packages, branchesMissed, branches, linesMissed, lines);
    }
  }

  private Outcome witan(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", ROOT.resolve("witan").toString()));
    command.addAll(List.of(words));
    return run(command);
  }

  /** Runs lines with the functions of the scripts at hand. */
  private Outcome script(String... lines) throws Exception {
    String sources =
        "ROOT='%s'; for f in common processes ray stack coverage tests; do . \"$ROOT/scripts/$f.sh\"; done\n"
            .formatted(ROOT);
    return run(List.of("sh", "-c", sources + String.join("\n", lines)));
  }

  private Outcome run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WITAN_HOME", folder.resolve("a home").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
