package io.witan.deliberation.adapter.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types that the official client has for the kinds of Kubernetes itself. */
final class KubernetesKinds {
  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  /** The kinds by apiVersion. */
  static final Map<String, List<String>> KNOWN =
      Map.ofEntries(
          Map.entry(
              "v1",
              List.of(
                  "ConfigMap",
                  "Endpoints",
                  "LimitRange",
                  "Namespace",
                  "Node",
                  "PersistentVolume",
                  "PersistentVolumeClaim",
                  "Pod",
                  "PodTemplate",
                  "ReplicationController",
                  "ResourceQuota",
                  "Secret",
                  "Service",
                  "ServiceAccount")),
          Map.entry(
              "apps/v1",
              List.of(
                  "ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet")),
          Map.entry("batch/v1", List.of("CronJob", "Job")),
          Map.entry("autoscaling/v1", List.of("HorizontalPodAutoscaler")),
          Map.entry("autoscaling/v2", List.of("HorizontalPodAutoscaler")),
          Map.entry("networking.k8s.io/v1", List.of("Ingress", "IngressClass", "NetworkPolicy")),
          Map.entry("policy/v1", List.of("PodDisruptionBudget")),
          Map.entry(
              "rbac.authorization.k8s.io/v1",
              List.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding")),
          Map.entry("storage.k8s.io/v1", List.of("CSIDriver", "StorageClass", "VolumeAttachment")),
          Map.entry("scheduling.k8s.io/v1", List.of("PriorityClass")),
          Map.entry("coordination.k8s.io/v1", List.of("Lease")),
          Map.entry("discovery.k8s.io/v1", List.of("EndpointSlice")),
          Map.entry("node.k8s.io/v1", List.of("RuntimeClass")),
          Map.entry(
              "admissionregistration.k8s.io/v1",
              List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration")),
          Map.entry("apiextensions.k8s.io/v1", List.of("CustomResourceDefinition")),
          Map.entry("apiregistration.k8s.io/v1", List.of("APIService")));

  private KubernetesKinds() {}

  /** The type of a kind; absent when Kubernetes itself has none such. */
  static Optional<Class<?>> type(String apiVersion, String kind) {
    if (!KNOWN.getOrDefault(apiVersion, List.of()).contains(kind)) {
      return Optional.empty();
    }
    String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
    try {
      return Optional.of(Class.forName(MODELS + version.toUpperCase(Locale.ROOT) + kind));
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("no model of %s %s".formatted(apiVersion, kind), missing);
    }
  }
}
