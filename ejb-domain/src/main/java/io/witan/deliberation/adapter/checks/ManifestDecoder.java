package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a manifest strictly into the types that the official client has for it: a field that is not
 * in a type, one that is missing, and a value of another type are errors, each with its line. A
 * kind that Kubernetes itself does not have is a warning: a cluster may have learned it.
 */
final class ManifestDecoder {
  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private int values;

  ManifestDecoder(String file) {
    this.file = file;
  }

  List<Finding> decode(Manifest manifest) {
    if (manifest.apiVersion().equals("v1") && manifest.kind().equals("List")) {
      list(manifest);
      return findings;
    }
    Optional<Class<?>> type = KubernetesKinds.type(manifest.apiVersion(), manifest.kind());
    if (type.isEmpty()) {
      warn(
          manifest.content(),
          "%s %s is no kind of Kubernetes itself: not decoded"
              .formatted(manifest.apiVersion(), manifest.kind()));
      return findings;
    }
    object(type.get(), manifest.content(), manifest.kind());
    name(manifest);
    return findings;
  }

  private void list(Manifest manifest) {
    Optional<Node> items = Manifest.value(manifest.content(), "items");
    if (items.isPresent() && items.get() instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        Optional<Manifest> one = Manifest.of(item);
        if (one.isPresent() && !one.get().kind().equals("List")) {
          decode(one.get());
        } else {
          error(item, "List.items: no apiVersion and kind of a resource");
        }
      }
    } else {
      error(manifest.content(), "List.items is no list");
    }
  }

  /** The types do not ask for a name; every cluster does. */
  private void name(Manifest manifest) {
    boolean named =
        Manifest.value(manifest.content(), "metadata")
            .filter(MappingNode.class::isInstance)
            .map(MappingNode.class::cast)
            .filter(
                meta ->
                    Manifest.value(meta, "name").isPresent()
                        || Manifest.value(meta, "generateName").isPresent())
            .isPresent();
    if (!named) {
      error(manifest.content(), manifest.kind() + ".metadata.name is missing");
    }
  }

  private void value(Type type, Node node, String path) {
    values++;
    if (values > Bounds.VALUES) {
      if (values == Bounds.VALUES + 1) {
        error(node, "more than %d values, aliases counted".formatted(Bounds.VALUES));
      }
    } else if (node.isRecursive()) {
      error(node, path + " holds itself");
    } else if (type instanceof ParameterizedType generic) {
      collection(generic, node, path);
    } else if (KubernetesModel.isModel(type)) {
      object((Class<?>) type, node, path);
    } else if (type != Object.class && !isNull(node)) {
      KubernetesScalar.fault(type, node).ifPresent(fault -> error(node, path + " " + fault));
    }
  }

  private void collection(ParameterizedType generic, Node node, String path) {
    Type[] arguments = generic.getActualTypeArguments();
    Type element = arguments[arguments.length - 1];
    if (isNull(node)) {
      return;
    }
    if (generic.getRawType() == Map.class) {
      if (node instanceof MappingNode mapping) {
        mapping.getValue().forEach(pair -> entry(element, pair, path));
      } else {
        error(node, path + " is no mapping");
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int place = 0; place < sequence.getValue().size(); place++) {
        value(element, sequence.getValue().get(place), "%s[%d]".formatted(path, place));
      }
    } else {
      error(node, path + " is no list");
    }
  }

  private void entry(Type element, NodeTuple pair, String path) {
    value(element, pair.getValueNode(), path + "." + key(pair));
  }

  private void object(Class<?> type, Node node, String path) {
    if (isNull(node)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      error(node, path + " is no mapping");
      return;
    }
    KubernetesModel model = KubernetesModel.of(type);
    Set<String> given = new HashSet<>();
    for (NodeTuple pair : mapping.getValue()) {
      String key = key(pair);
      Optional<Type> field = model.field(key);
      if (field.isEmpty()) {
        error(pair.getKeyNode(), "%s has no field %s".formatted(path, key));
      } else {
        value(field.get(), pair.getValueNode(), path + "." + key);
      }
      if (!isNull(pair.getValueNode())) {
        given.add(key);
      }
    }
    model.required().stream()
        .filter(name -> !given.contains(name))
        .forEach(name -> error(node, "%s.%s is missing".formatted(path, name)));
  }

  private static String key(NodeTuple pair) {
    return pair.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private void error(Node node, String text) {
    findings.add(Finding.error(file, YamlDocuments.line(node), text));
  }

  private void warn(Node node, String text) {
    findings.add(Finding.warning(file, YamlDocuments.line(node), text));
  }
}
