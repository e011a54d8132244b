package io.witan.grpc.executor;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.deliberation.port.ModelServers;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Text;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The agents that a request brings along, as those of a deliberation. */
@Dependent
class AskedAgents {
  private static final int LONGEST_MODEL = 200;

  private final ModelServers servers;
  private final AgentAdmission admission;

  @Inject
  AskedAgents(ModelServers servers, AgentAdmission admission) {
    this.servers = servers;
    this.admission = admission;
  }

  /**
   * All of them, each with the model that it names.
   *
   * @param url where they are asked; empty means at the configured server
   */
  Outcome<List<Agent>> of(List<io.witan.proto.ray_executor.v1.Agent> agents, String url) {
    if (agents.isEmpty() || agents.size() > Charter.MOST_AGENTS) {
      throw new InvalidValue(
          "agents", agents.size() + " agents", "1 to %d agents".formatted(Charter.MOST_AGENTS));
    }
    return server(url).then(server -> of(agents, server));
  }

  private Outcome<List<Agent>> of(
      List<io.witan.proto.ray_executor.v1.Agent> agents, Optional<Endpoint> server) {
    Outcome<List<Agent>> all = Outcome.done(new ArrayList<>());
    for (int place = 0; place < agents.size(); place++) {
      Outcome<Agent> next = agent("agents[%d]".formatted(place), agents.get(place), "", server);
      all = all.then(before -> next.onDone(before::add).map(added -> before));
    }
    return all;
  }

  /**
   * The only one.
   *
   * @param model which it speaks with; empty means its own
   */
  Outcome<List<Agent>> of(io.witan.proto.ray_executor.v1.Agent agent, String url, String model) {
    return server(url).then(server -> agent("agent", agent, model, server)).map(List::of);
  }

  private Outcome<Optional<Endpoint>> server(String url) {
    return url.isBlank() ? Outcome.done(Optional.empty()) : servers.at("vllm_url", url);
  }

  private Outcome<Agent> agent(
      String field,
      io.witan.proto.ray_executor.v1.Agent agent,
      String model,
      Optional<Endpoint> server) {
    AgentId id = new AgentId(Ids.valid(field + ".id", agent.getId()));
    String own = Text.required(field + ".model", agent.getModel(), LONGEST_MODEL);
    return manner(field + ".prompt_template", agent.getPromptTemplate(), server)
        .map(
            manner ->
                new Agent(
                    id,
                    CouncilRoles.parse(field + ".role", agent.getRole()),
                    model.isBlank() ? own : model,
                    manner));
  }

  /** The server was looked at before, so only the template can be objected to. */
  private Outcome<Manner> manner(String field, String template, Optional<Endpoint> server) {
    Optional<String> profile = Optional.of(template.strip()).filter(name -> !name.isEmpty());
    try {
      return admission
          .admit(new Manner(Optional.empty(), Optional.empty(), profile))
          .fold(
              admitted -> Outcome.done(new Manner(Optional.empty(), server, profile)),
              refusal -> refused(field, template, refusal));
    } catch (InvalidValue malformed) {
      return refused(field, template, malformed.refusal());
    }
  }

  private static Outcome<Manner> refused(String field, String template, Refusal refusal) {
    String expected =
        refusal.details().stream()
            .findFirst()
            .map(Refusal.Detail::expected)
            .orElse(refusal.message());
    return Refusal.invalid(field, template, "empty, or the name of a prompt profile: " + expected)
        .asOutcome();
  }
}
