package io.witan.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.witan.proto.context.v1.ContextProto;
import io.witan.proto.orchestrator.v1.OrchestratorProto;
import io.witan.proto.planning.v2.PlanningProto;
import io.witan.proto.ray_executor.v1.RayExecutorProto;
import io.witan.proto.workflow.v1.WorkflowProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Existing clients speak these contracts: a name, number or type that moves breaks them silently.
 */
class ContractTest {

  static Stream<FileDescriptor> files() {
    return Stream.of(
        PlanningProto.getDescriptor(),
        WorkflowProto.getDescriptor(),
        OrchestratorProto.getDescriptor(),
        ContextProto.getDescriptor(),
        RayExecutorProto.getDescriptor());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyNameNumberAndTypeIsAsPromised(FileDescriptor file) {
    assertThat(Contract.of(file)).isEqualTo(Contract.of(promised(file.getPackage())));
  }

  @ParameterizedTest
  @MethodSource("files")
  void thePathFollowsThePackage(FileDescriptor file) {
    assertThat(file.getFullName()).startsWith(file.getPackage().replace('.', '/') + "/");
    assertThat(file.getOptions().getJavaPackage())
        .isEqualTo(file.getPackage().replace("fleet.", "io.witan.proto."));
  }

  @Test
  void aMovedNumberWouldBeSeen() {
    List<String> moved =
        promised("fleet.planning.v2").stream()
            .map(line -> line.equals("  6 dor_score int32") ? "  7 dor_score int32" : line)
            .toList();

    assertThat(Contract.of(PlanningProto.getDescriptor())).isNotEqualTo(Contract.of(moved));
  }

  private static List<String> promised(String protoPackage) {
    try {
      return Files.readAllLines(
          Path.of(ContractTest.class.getResource("/contracts/" + protoPackage + ".txt").toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
