package io.witan.openshift;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder of manifests: the resources that its kustomization lists, each read into the type that
 * the cluster has for it. A field, a kind or a version that the cluster does not know is an error.
 */
final class Manifests {
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "v1/ServiceAccount", ServiceAccount.class,
          "v1/ConfigMap", ConfigMap.class,
          "v1/Secret", Secret.class,
          "v1/Service", Service.class,
          "apps/v1/Deployment", Deployment.class,
          "route.openshift.io/v1/Route", Route.class,
          "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
          "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonMapper TYPES =
      JsonMapper.builder()
          .annotationIntrospector(new NothingElse())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path folder;

  Manifests(Path folder) {
    this.folder = folder;
  }

  static Manifests base() {
    return new Manifests(Path.of(System.getProperty("basedir", ".")).resolve("base"));
  }

  /** What kustomize would render, in its order, without the labels that it adds. */
  List<HasMetadata> resources() {
    return kustomization().resources().stream().map(this::resource).toList();
  }

  Kustomization kustomization() {
    return read("kustomization.yaml", Kustomization.class);
  }

  <T extends HasMetadata> T only(Class<T> type) {
    List<T> found = resources().stream().filter(type::isInstance).map(type::cast).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " resources of " + type.getSimpleName());
    }
    return found.get(0);
  }

  private HasMetadata resource(String file) {
    JsonNode tree = tree(file);
    String kind = tree.path("apiVersion").asText() + "/" + tree.path("kind").asText();
    Class<? extends HasMetadata> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalStateException(file + " is a " + kind + ", which the cluster may not have");
    }
    return convert(file, tree, type);
  }

  private <T> T read(String file, Class<T> type) {
    return convert(file, tree(file), type);
  }

  private JsonNode tree(String file) {
    try {
      return YAML.readTree(Files.readString(folder.resolve(file)));
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }

  static <T> T convert(String file, JsonNode tree, Class<T> type) {
    try {
      return TYPES.treeToValue(tree, type);
    } catch (IOException unknown) {
      throw new UncheckedIOException(file + ": " + unknown.getMessage(), unknown);
    }
  }

  static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The part of a kustomization that the base uses; a generator or patch would need more here. */
  record Kustomization(
      String apiVersion, String kind, List<Labels> labels, List<String> resources) {
    record Labels(Map<String, String> pairs, boolean includeTemplates) {}
  }

  /** The models keep what they do not know in a map beside their fields; here it is an error. */
  private static final class NothingElse extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return type instanceof AnnotatedClass
          ? JsonIgnoreProperties.Value.empty()
          : super.findPropertyIgnoralByName(config, type);
    }
  }
}
