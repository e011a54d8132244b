package io.witan.deliberation.adapter.checks;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The documents of a YAML text, as nodes that know their lines. No object is made of them. */
final class YamlDocuments {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setCodePointLimit(Bounds.FILE_BYTES)
          .build();

  private YamlDocuments() {}

  /** It is no YAML, or not within bounds. */
  static final class NoYaml extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    NoYaml(int line, String message, Throwable cause) {
      super(message, cause);
      this.line = line;
    }

    /** From 1; 0 when it is not known. */
    int line() {
      return line;
    }
  }

  static List<Node> of(String text) throws NoYaml {
    try {
      mustBeFlat(text);
      List<Node> documents = new ArrayList<>();
      new Compose(SETTINGS).composeAllFromString(text).forEach(documents::add);
      return documents;
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new NoYaml(line, String.valueOf(wrong.getProblem()), wrong);
    } catch (YamlEngineException wrong) {
      throw new NoYaml(0, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** Nodes are composed by recursion; events are not. */
  private static void mustBeFlat(String text) throws NoYaml {
    int depth = 0;
    int values = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      values++;
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > Bounds.DEPTH) {
        throw beyond(event, "nested more than %d deep".formatted(Bounds.DEPTH));
      }
      if (values > 2 * Bounds.VALUES) {
        throw beyond(event, "more than %d values".formatted(Bounds.VALUES));
      }
    }
  }

  private static NoYaml beyond(Event event, String message) {
    return new NoYaml(event.getStartMark().map(Mark::getLine).orElse(-1) + 1, message, null);
  }

  /** The line on which a node begins, from 1. */
  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
