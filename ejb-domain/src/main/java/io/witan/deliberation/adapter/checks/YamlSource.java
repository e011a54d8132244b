package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML, each key of a mapping once. Templates that only become YAML are told, not judged. */
final class YamlSource implements SourceParser {

  @Override
  public List<Finding> parse(String file, String text) {
    if (isTemplate(text)) {
      return List.of(Finding.note(file, 0, "a template ({{ }}): not parsed as YAML"));
    }
    try {
      return duplicates(file, YamlDocuments.of(text));
    } catch (YamlDocuments.NoYaml wrong) {
      return List.of(Finding.error(file, wrong.line(), wrong.getMessage()));
    }
  }

  /** As of Helm: a line that begins with an action, or a value that is one. */
  static boolean isTemplate(String text) {
    return text.lines()
        .map(String::strip)
        .anyMatch(line -> line.startsWith("{{") || line.contains(": {{") || line.contains("- {{"));
  }

  private static List<Finding> duplicates(String file, List<Node> documents) {
    List<Finding> findings = new ArrayList<>();
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>(documents);
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (node instanceof SequenceNode sequence) {
        open.addAll(sequence.getValue());
      } else if (node instanceof MappingNode mapping) {
        Set<String> keys = new HashSet<>();
        for (NodeTuple pair : mapping.getValue()) {
          open.add(pair.getKeyNode());
          open.add(pair.getValueNode());
          if (pair.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
            String twice = "the key %s is there twice".formatted(key.getValue());
            findings.add(Finding.error(file, YamlDocuments.line(key), twice));
          }
        }
      }
    }
    return findings;
  }
}
