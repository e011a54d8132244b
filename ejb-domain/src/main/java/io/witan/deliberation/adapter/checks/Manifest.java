package io.witan.deliberation.adapter.checks;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A document that says of itself what it is: an apiVersion and a kind. */
record Manifest(String apiVersion, String kind, MappingNode content) {

  static Optional<Manifest> of(Node document) {
    if (!(document instanceof MappingNode content)) {
      return Optional.empty();
    }
    return text(content, "apiVersion")
        .flatMap(
            version -> text(content, "kind").map(kind -> new Manifest(version, kind, content)));
  }

  /** What a mapping holds under a key. */
  static Optional<Node> value(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(pair -> pair.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private static Optional<String> text(MappingNode mapping, String key) {
    return value(mapping, key)
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue())
        .filter(text -> !text.isBlank());
  }
}
