package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON by the letter of RFC 8259: no comments, no commas too many, each name once. */
final class JsonSource implements SourceParser {

  @Override
  public List<Finding> parse(String file, String text) {
    List<Finding> findings = new ArrayList<>();
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      read(file, parser, findings);
    } catch (JsonParsingException wrong) {
      int line = (int) Math.max(0, wrong.getLocation().getLineNumber());
      findings.add(Finding.error(file, line, wrong.getMessage()));
    } catch (JsonException | IllegalStateException wrong) {
      findings.add(Finding.error(file, 0, String.valueOf(wrong.getMessage())));
    }
    return findings;
  }

  private static void read(String file, JsonParser parser, List<Finding> findings) {
    Deque<Set<String>> open = new ArrayDeque<>();
    boolean empty = true;
    while (parser.hasNext()) {
      empty = false;
      switch (parser.next()) {
        case START_OBJECT, START_ARRAY -> open.push(new HashSet<>());
        case END_OBJECT, END_ARRAY -> open.pop();
        case KEY_NAME -> {
          if (!open.element().add(parser.getString())) {
            findings.add(twice(file, parser));
          }
        }
        default -> {}
      }
      if (open.size() > Bounds.DEPTH) {
        findings.add(line(file, parser, "nested more than %d deep".formatted(Bounds.DEPTH)));
        return;
      }
    }
    if (empty) {
      findings.add(Finding.error(file, 0, "it is empty, no JSON"));
    }
  }

  private static Finding twice(String file, JsonParser parser) {
    return line(file, parser, "the name %s is there twice".formatted(parser.getString()));
  }

  private static Finding line(String file, JsonParser parser, String text) {
    return Finding.error(file, (int) parser.getLocation().getLineNumber(), text);
  }
}
