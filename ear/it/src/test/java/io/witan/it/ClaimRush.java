package io.witan.it;

import io.witan.it.Fleet.Person;
import io.witan.it.Rest.Answer;
import io.witan.proto.planning.v2.CreateTaskRequest;
import io.witan.proto.workflow.v1.ClaimTaskRequest;
import io.witan.proto.workflow.v1.ClaimTaskResponse;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc.WorkflowOrchestrationServiceBlockingStub;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many clients that all want the same tasks, over REST and gRPC, at two servers. */
final class ClaimRush {
  static final int TASKS = 8;
  private static final Map<String, String> CLAIM = Map.of("action", "CLAIM_TASK");

  private final List<WitanStack> servers;
  private final List<Person> developers;
  private final Person service;
  private final List<String> tasks;

  private ClaimRush(
      List<WitanStack> servers, List<Person> developers, Person service, List<String> tasks) {
    this.servers = servers;
    this.developers = developers;
    this.service = service;
    this.tasks = tasks;
  }

  /** One client at one task, and what it was told. */
  record Attempt(String client, String task, boolean won, String answer) {}

  private interface Client {
    Attempt claim(String task);
  }

  /** Over the tasks of a new story. */
  static ClaimRush on(WitanStack first, WitanStack second) {
    Fleet fleet = first.fleet();
    return new ClaimRush(
        List.of(first, second),
        List.of(fleet.person("developer"), fleet.person("developer")),
        fleet.person("system"),
        tasks(first, fleet));
  }

  private static List<String> tasks(WitanStack server, Fleet fleet) {
    String story = fleet.plannedStory();
    try (Grpc grpc = Grpc.at(server.grpcPort())) {
      for (int i = 1; i <= TASKS; i++) {
        Object unused =
            grpc.planning(fleet.productOwner().token())
                .createTask(
                    CreateTaskRequest.newBuilder()
                        .setStoryId(story)
                        .setTitle("Part " + i)
                        .setType("development")
                        .build());
      }
    }
    Fleet.done(200, fleet.move(story, "READY_FOR_EXECUTION"));
    return fleet
        .await("/workflows?story_id=" + story, list -> list.items().size() >= TASKS)
        .items()
        .stream()
        .map(workflow -> workflow.getString("task_id"))
        .limit(TASKS)
        .toList();
  }

  List<String> tasks() {
    return tasks;
  }

  /** Lets so many clients of each kind try every task, all at once. */
  List<Attempt> by(int rest, int agents) throws Exception {
    try (Grpc one = Grpc.at(servers.get(0).grpcPort());
        Grpc other = Grpc.at(servers.get(1).grpcPort())) {
      List<Client> clients = new ArrayList<>();
      IntStream.range(0, rest).forEach(i -> clients.add(task -> overRest(i, task)));
      IntStream.range(0, agents)
          .forEach(
              i -> clients.add(task -> overGrpc(i % 2 == 0 ? one : other, "agent-" + i, task)));
      return all(clients);
    }
  }

  private List<Attempt> all(List<Client> clients) throws Exception {
    CyclicBarrier start = new CyclicBarrier(clients.size());
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      List<Future<List<Attempt>>> running = new ArrayList<>();
      for (int i = 0; i < clients.size(); i++) {
        running.add(threads.submit(tries(clients.get(i), i, start)));
      }
      List<Attempt> attempts = new ArrayList<>();
      for (Future<List<Attempt>> one : running) {
        attempts.addAll(one.get());
      }
      return attempts;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each begins with another task. */
  private Callable<List<Attempt>> tries(Client client, int first, CyclicBarrier start) {
    return () -> {
      start.await();
      return IntStream.range(first, first + TASKS)
          .mapToObj(i -> client.claim(tasks.get(i % TASKS)))
          .toList();
    };
  }

  private Attempt overRest(int number, String task) {
    Person developer = developers.get(number % developers.size());
    Answer answer = act(servers.get(number / 2 % 2), developer, task, CLAIM);
    return new Attempt(developer.name(), task, answer.status() == 200, answer.body());
  }

  private Attempt overGrpc(Grpc server, String agent, String task) {
    WorkflowOrchestrationServiceBlockingStub workflow = server.workflow(service.client().token());
    ClaimTaskResponse answer =
        workflow.claimTask(
            ClaimTaskRequest.newBuilder()
                .setTaskId(task)
                .setRole("developer")
                .setAgentId(agent)
                .build());
    return new Attempt(agent, task, answer.getClaimed(), answer.getMessage());
  }

  /** How a task stands, as one of the servers shows it. */
  JsonObject at(WitanStack server, String task) {
    return Fleet.done(200, on(server, developers.get(0)).get("/workflows/" + task)).json();
  }

  Answer claim(WitanStack server, String task) {
    return act(server, developers.get(0), task, CLAIM);
  }

  Answer commit(WitanStack server, String task, int token) {
    return act(
        server,
        developers.get(0),
        task,
        Map.of(
            "action",
            "COMMIT_CODE",
            "fencing_token",
            token,
            "artifacts",
            Json.createObjectBuilder().add("commit_sha", "0123abcd").build()));
  }

  Answer heartbeat(WitanStack server, String task, int token) {
    return on(server, developers.get(0))
        .post("/workflows/" + task + "/heartbeat", Map.of("fencing_token", token));
  }

  private static Answer act(WitanStack server, Person who, String task, Map<String, ?> action) {
    return on(server, who).post("/workflows/" + task + "/actions", action);
  }

  private static Rest on(WitanStack server, Person who) {
    return Rest.nobody(server.url()).bearing(who.client().token());
  }
}
