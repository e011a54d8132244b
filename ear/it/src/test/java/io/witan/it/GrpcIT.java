package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.it.Fleet.Person;
import io.witan.proto.planning.v2.Project;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who acts over gRPC: the token decides, the same one as in REST. */
@ExtendWith(SharedStack.class)
class GrpcIT {
  private static Fleet fleet;
  private static Grpc grpc;

  @BeforeAll
  static void connect(WitanStack stack) {
    stack.up();
    fleet = stack.fleet();
    grpc = Grpc.at(stack.grpcPort());
  }

  @AfterAll
  static void disconnect() {
    grpc.close();
  }

  private static Status refusal(Optional<String> token, String owner) {
    return catchThrowableOfType(
            StatusRuntimeException.class, () -> grpc.createProject(token, owner))
        .getStatus();
  }

  private static Optional<String> tokenOf(Person person) {
    return Optional.of(person.client().token());
  }

  @Test
  void nobody_is_let_in() {
    assertThat(refusal(Optional.empty(), "").getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(refusal(Optional.of("wrong"), "").getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void a_token_of_rest_is_one_here() {
    Person owner = fleet.person("po");

    Project project = grpc.createProject(tokenOf(owner), owner.name());

    assertThat(project.getOwner()).isEqualTo(owner.name());
  }

  @Test
  void a_person_may_not_act_for_another() {
    Status refused = refusal(tokenOf(fleet.person("po")), "ina");

    assertThat(refused.getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(refused.getDescription()).contains("may not act as ina", "system");
  }

  @Test
  void a_service_may_and_the_audit_trail_keeps_both_names() {
    Person service = fleet.person("system");

    Project project = grpc.createProject(tokenOf(service), "ina");

    assertThat(fleet.audit("project", project.getProjectId()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getString("actor")).isEqualTo("ina");
              assertThat(entry.getJsonObject("body").getString("on_behalf_of"))
                  .isEqualTo(service.name());
            });
  }
}
