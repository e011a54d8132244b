package io.witan.openshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BaseTest {
  private final Manifests base = Manifests.base();
  private final Deployment deployment = base.only(Deployment.class);
  private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);

  @Nested
  class The_kustomization {
    @Test
    void lists_every_manifest_of_its_folder() throws IOException {
      try (Stream<Path> files = Files.list(folder())) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .filteredOn(name -> !name.equals("kustomization.yaml"))
            .containsExactlyInAnyOrderElementsOf(base.kustomization().resources());
      }
    }

    @Test
    void names_no_resource_twice() {
      assertThat(base.resources().stream().map(one -> one.getKind() + one.getMetadata().getName()))
          .doesNotHaveDuplicates();
    }

    private Path folder() {
      return Path.of(System.getProperty("basedir", ".")).resolve("base");
    }
  }

  @Nested
  class A_manifest {
    @Test
    void with_an_unknown_field_is_refused() {
      assertThatThrownBy(
              () ->
                  Manifests.convert(
                      "a.yaml",
                      Manifests.yaml("{kind: Deployment, spec: {template: {spec: {hostPort: 1}}}}"),
                      Deployment.class))
          .hasMessageContaining("hostPort");
    }

    @Test
    void with_a_key_twice_is_refused() {
      assertThatThrownBy(() -> Manifests.yaml("a: 1\na: 2\n")).hasMessageContaining("uplicate");
    }
  }

  @Nested
  class Restricted_v2 {
    @Test
    void runs_as_whatever_user_the_cluster_gives_but_never_as_root() {
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getSecurityContext().getRunAsUser()).isNull();
      assertThat(pod.getSecurityContext().getRunAsGroup()).isNull();
      assertThat(pod.getSecurityContext().getFsGroup()).isNull();
      assertThat(pod.getSecurityContext().getSupplementalGroups()).isEmpty();
      assertThat(container.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(container.getSecurityContext().getRunAsUser()).isNull();
    }

    @Test
    void gains_no_privilege() {
      assertThat(container.getSecurityContext().getPrivileged()).isFalse();
      assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    }

    @Test
    void drops_every_capability() {
      assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
      assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
    }

    @Test
    void keeps_to_the_system_calls_of_the_runtime() {
      assertThat(pod.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      assertThat(container.getSecurityContext().getSeccompProfile()).isNull();
    }

    @Test
    void chooses_no_place_in_selinux() {
      assertThat(pod.getSecurityContext().getSeLinuxOptions()).isNull();
      assertThat(container.getSecurityContext().getSeLinuxOptions()).isNull();
    }

    @Test
    void shares_nothing_with_its_node() {
      assertThat(pod.getHostNetwork()).isNull();
      assertThat(pod.getHostPID()).isNull();
      assertThat(pod.getHostIPC()).isNull();
      assertThat(container.getPorts()).extracting(ContainerPort::getHostPort).containsOnlyNulls();
    }

    @Test
    void mounts_only_kinds_of_volume_that_are_allowed() {
      assertThat(pod.getVolumes())
          .allSatisfy(
              volume ->
                  assertThat(volume.getEmptyDir() != null || volume.getSecret() != null).isTrue());
      assertThat(pod.getVolumes()).extracting(Volume::getHostPath).containsOnlyNulls();
    }

    @Test
    void holds_for_the_only_container_there_is() {
      assertThat(pod.getContainers()).hasSize(1);
      assertThat(pod.getInitContainers()).isEmpty();
    }
  }

  @Nested
  class The_container {
    @Test
    void writes_to_empty_folders_only() {
      assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
      Map<String, Volume> volumes =
          pod.getVolumes().stream().collect(Collectors.toMap(Volume::getName, one -> one));
      assertThat(container.getVolumeMounts())
          .filteredOn(mount -> !Objects.equals(mount.getReadOnly(), true))
          .extracting(VolumeMount::getMountPath)
          .containsExactlyInAnyOrder("/var/lib/witan", "/tmp");
      assertThat(container.getVolumeMounts())
          .filteredOn(mount -> !Objects.equals(mount.getReadOnly(), true))
          .allSatisfy(mount -> assertThat(volumes.get(mount.getName()).getEmptyDir()).isNotNull());
    }

    @Test
    void asks_for_what_it_needs_and_is_bounded() {
      assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
      assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
    }

    @Test
    void is_asked_how_it_is() {
      assertThat(List.of(started(), ready(), alive()))
          .extracting(probe -> probe.getHttpGet().getPath())
          .containsExactly("/health/started", "/health/ready", "/health/live");
      assertThat(List.of(started(), ready(), alive()))
          .extracting(probe -> probe.getHttpGet().getPort())
          .containsOnly(new IntOrString("http"));
    }

    @Test
    void has_no_token_of_the_cluster() {
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    }

    @Test
    void takes_its_settings_from_resources_that_are_here() {
      Set<String> names =
          base.resources().stream()
              .map(one -> one.getKind() + "/" + one.getMetadata().getName())
              .collect(Collectors.toSet());
      assertThat(container.getEnvFrom()).isNotEmpty();
      assertThat(container.getEnvFrom())
          .allSatisfy(source -> assertThat(names).contains(reference(source)));
      assertThat(pod.getVolumes())
          .filteredOn(volume -> volume.getSecret() != null)
          .allSatisfy(
              volume -> assertThat(names).contains("Secret/" + volume.getSecret().getSecretName()));
      assertThat(names).contains("ServiceAccount/" + pod.getServiceAccountName());
    }

    private String reference(EnvFromSource source) {
      return source.getConfigMapRef() != null
          ? "ConfigMap/" + source.getConfigMapRef().getName()
          : "Secret/" + source.getSecretRef().getName();
    }

    private Probe started() {
      return container.getStartupProbe();
    }

    private Probe ready() {
      return container.getReadinessProbe();
    }

    private Probe alive() {
      return container.getLivenessProbe();
    }
  }

  @Nested
  class The_settings {
    @Test
    void are_ones_that_witan_has() throws IOException {
      Set<String> known = knownVariables();
      assertThat(known).contains("WITAN_NEO4J_URL");
      assertThat(base.only(ConfigMap.class).getData().keySet()).isSubsetOf(known);
      assertThat(secret("witan-stores").getStringData().keySet()).isSubsetOf(known);
    }

    @Test
    void hold_placeholders_with_which_witan_does_not_start() {
      assertThat(secret("witan-identity").getStringData().get("signing-key.pem"))
          .doesNotContain("PRIVATE KEY");
      // Shorter than the shortest password that Witan takes.
      assertThat(secret("witan-identity").getStringData().get("admin.password"))
          .hasSizeLessThan(12);
    }

    private Secret secret(String name) {
      return base.resources().stream()
          .filter(Secret.class::isInstance)
          .map(Secret.class::cast)
          .filter(secret -> secret.getMetadata().getName().equals(name))
          .findFirst()
          .orElseThrow();
    }

    private Set<String> knownVariables() throws IOException {
      Properties defaults = new Properties();
      try (InputStream file =
          BaseTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
        defaults.load(Objects.requireNonNull(file, "ejb-domain's file of defaults"));
      }
      return defaults.stringPropertyNames().stream()
          .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }
  }

  @Nested
  class What_leads_to_the_pod {
    @Test
    void finds_it_by_its_labels() {
      Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
      assertThat(labels).containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
      assertThat(labels).containsAllEntriesOf(base.only(Service.class).getSpec().getSelector());
      assertThat(labels)
          .containsAllEntriesOf(
              base.only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
      assertThat(labels)
          .containsAllEntriesOf(
              base.only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels());
    }

    @Test
    void goes_to_ports_that_the_container_has() {
      assertThat(base.only(Service.class).getSpec().getPorts())
          .extracting(port -> port.getTargetPort().getStrVal())
          .isSubsetOf(container.getPorts().stream().map(ContainerPort::getName).toList());
      assertThat(container.getPorts())
          .extracting(ContainerPort::getName)
          .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(15));
    }

    @Test
    void offers_every_grpc_port_that_is_configured() {
      String ports = base.only(ConfigMap.class).getData().get("WITAN_GRPC_PORTS");
      assertThat(base.only(Service.class).getSpec().getPorts())
          .filteredOn(port -> port.getName().startsWith("grpc"))
          .extracting(port -> String.valueOf(port.getPort()))
          .containsExactly(ports.split(",", -1));
    }

    @Test
    void is_a_route_with_tls_to_rest() {
      Route route = base.only(Route.class);
      assertThat(route.getSpec().getTls().getTermination()).isEqualTo("edge");
      assertThat(route.getSpec().getTls().getInsecureEdgeTerminationPolicy()).isEqualTo("Redirect");
      assertThat(route.getSpec().getTo().getName())
          .isEqualTo(base.only(Service.class).getMetadata().getName());
      assertThat(base.only(Service.class).getSpec().getPorts())
          .extracting(ServicePort::getName)
          .contains(route.getSpec().getPort().getTargetPort().getStrVal());
    }

    @Test
    void is_closed_to_everybody_else() {
      NetworkPolicy policy = base.only(NetworkPolicy.class);
      assertThat(policy.getSpec().getPolicyTypes()).contains("Ingress", "Egress");
      assertThat(policy.getSpec().getIngress())
          .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
    }
  }

  @Test
  void every_resource_is_named_after_witan() {
    assertThat(base.resources())
        .extracting(HasMetadata::getMetadata)
        .allSatisfy(metadata -> assertThat(metadata.getName()).startsWith("witan"));
  }
}
