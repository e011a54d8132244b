package io.witan.deliberation.adapter.checks;

import static io.witan.deliberation.adapter.checks.Checked.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Check;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DryRunTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
        labels: {app: shop}
      spec:
        replicas: 2
        selector:
          matchLabels: {app: shop}
        template:
          metadata:
            labels: {app: shop}
          spec:
            containers:
              - name: shop
                image: shop:1.0
                env:
                  - {name: MODE, value: "on"}
                ports:
                  - containerPort: 8080
                livenessProbe:
                  httpGet: {path: /health, port: http}
                resources:
                  limits: {cpu: 500m, memory: 1Gi}
      """;

  private static Check dryRun(String content) {
    return Checked.file("k8s/shop.yaml", content).dryRun();
  }

  @Test
  void a_good_manifest_passes() {
    assertThat(lines(dryRun(DEPLOYMENT))).isEmpty();
    assertThat(dryRun(DEPLOYMENT).outcome()).isEqualTo(Check.Outcome.PASSED);
    assertThat(dryRun(DEPLOYMENT).message()).isEqualTo("1 manifests: 0 errors, 0 warnings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replicas: 2         | replicas: two      | 7  | Deployment.spec.replicas is no whole number: two
          replicas: 2         | replica: 2         | 7  | Deployment.spec has no field replica
          image: shop:1.0     | imagee: shop:1.0   | 16 | Deployment.spec.template.spec.containers[0] has no field imagee
          - name: shop        | - command: [shop]  | 15 | Deployment.spec.template.spec.containers[0].name is missing
          value: "on"         | value: on          | 18 | Deployment.spec.template.spec.containers[0].env[0].value is no text: put on in quotes
          labels: {app: shop} | labels: {app: 1}   | 5  | Deployment.metadata.labels.app is no text: put 1 in quotes
          containerPort: 8080 | hostPort: 8080     | 20 | Deployment.spec.template.spec.containers[0].ports[0].containerPort is missing
          memory: 1Gi         | memory: 1 GB       | 24 | Deployment.spec.template.spec.containers[0].resources.limits.memory is no quantity such as 500m or 2Gi: 1 GB
          port: http          | port: [http]       | 22 | Deployment.spec.template.spec.containers[0].livenessProbe.httpGet.port is no single value
          name: shop          | nam: shop          | 1  | Deployment.metadata.name is missing
          """)
  void what_is_wrong_is_named_with_its_line(String right, String wrong, int line, String text) {
    String broken = DEPLOYMENT.replaceFirst(Pattern.quote(right), wrong);

    assertThat(dryRun(broken).hasFailed()).isTrue();
    assertThat(lines(dryRun(broken))).contains("k8s/shop.yaml:%d: error: %s".formatted(line, text));
  }

  @Test
  void every_document_of_a_file_is_decoded() {
    String two = DEPLOYMENT + "---\napiVersion: v1\nkind: Service\nspec: {port: 1}\n";

    assertThat(lines(dryRun(two)))
        .containsExactlyInAnyOrder(
            "k8s/shop.yaml:28: error: Service.spec has no field port",
            "k8s/shop.yaml:26: error: Service.metadata.name is missing");
  }

  @Test
  void every_item_of_a_list_is_decoded() {
    String list =
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"b": 1}}]}
        """;

    assertThat(lines(Checked.file("a.json", list).dryRun()))
        .containsExactly("a.json:2: error: ConfigMap.data.b is no text: put 1 in quotes");
  }

  @Test
  void a_secret_holds_base64() {
    String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: %s}\n";

    assertThat(dryRun(secret.formatted("cGFzcw==")).hasFailed()).isFalse();
    assertThat(lines(dryRun(secret.formatted("p@ss"))))
        .containsExactly("k8s/shop.yaml:4: error: Secret.data.a is no Base64: p@ss");
  }

  @Test
  void a_kind_that_kubernetes_does_not_have_is_a_warning() {
    Check check = dryRun("apiVersion: shop.io/v1\nkind: Till\nspec: {any: thing}\n");

    assertThat(check.outcome()).isEqualTo(Check.Outcome.PASSED);
    assertThat(lines(check))
        .containsExactly(
            "k8s/shop.yaml:1: warning: shop.io/v1 Till is no kind of Kubernetes itself: not"
                + " decoded");
  }

  @Nested
  class Without_a_manifest {
    @Test
    void there_is_nothing_to_run() {
      assertThat(dryRun("a: 1\n").applies()).isFalse();
      assertThat(Checked.file("a.py", "x = 1\n").dryRun().applies()).isFalse();
    }

    @Test
    void what_is_no_yaml_is_left_to_the_lint() {
      assertThat(dryRun("apiVersion: v1\nkind: [\n").applies()).isFalse();
      assertThat(Checked.file("a.yaml", "kind: [\n").lint().hasFailed()).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> every_known_kind_has_a_type_with_metadata() {
    return KubernetesKinds.KNOWN.entrySet().stream()
        .flatMap(version -> version.getValue().stream().map(kind -> Map.entry(version, kind)))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey().getKey() + " " + one.getValue(),
                    () -> hasMetadata(one.getKey().getKey(), one.getValue())));
  }

  private static void hasMetadata(String version, String kind) {
    KubernetesModel model = KubernetesModel.of(KubernetesKinds.type(version, kind).orElseThrow());

    assertThat(model.fields().keySet()).containsAll(List.of("apiVersion", "kind", "metadata"));
  }
}
