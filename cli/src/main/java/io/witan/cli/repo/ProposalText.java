package io.witan.cli.repo;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.api.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A winning proposal, as text and as what can be told from it.
 *
 * @param title one line, where it has one
 * @param note what a person should read
 * @param patch the unified diff, if it brings one
 */
public record ProposalText(Optional<String> title, String note, Optional<String> patch) {
  private static final Pattern FENCED_DIFF =
      Pattern.compile("^```(?:diff|patch)[^\\n]*\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern FENCED_JSON =
      Pattern.compile("\\A\\s*```(?:json)?\\s*\\n(.*)\\n```\\s*\\z", Pattern.DOTALL);
  private static final Pattern BARE_DIFF = Pattern.compile("\\A\\s*(diff --git |--- \\S)");

  /**
   * Reads the structured form {title, summary, patch, work_note}, a fenced diff, or a text that is
   * a diff; else all of it is the note.
   */
  public static ProposalText of(String text) {
    Matcher fenced = FENCED_JSON.matcher(text);
    Optional<JsonNode> json =
        Json.parse(fenced.matches() ? fenced.group(1) : text).filter(JsonNode::isObject);
    return json.map(ProposalText::structured).orElseGet(() -> free(text));
  }

  private static ProposalText structured(JsonNode json) {
    StringBuilder note = new StringBuilder();
    append(note, field(json, "summary").or(() -> field(json, "description")));
    append(note, field(json, "work_note").or(() -> field(json, "technical_notes")));
    String said = note.isEmpty() ? json.toPrettyString() : note.toString().strip();
    return new ProposalText(field(json, "title"), said, field(json, "patch"));
  }

  private static ProposalText free(String text) {
    Matcher fenced = FENCED_DIFF.matcher(text);
    if (fenced.find()) {
      return new ProposalText(Optional.empty(), text.strip(), Optional.of(fenced.group(1)));
    }
    boolean bare = BARE_DIFF.matcher(text).find();
    return new ProposalText(
        Optional.empty(), text.strip(), bare ? Optional.of(text.stripLeading()) : Optional.empty());
  }

  private static void append(StringBuilder note, Optional<String> part) {
    part.ifPresent(text -> note.append(text.strip()).append("\n\n"));
  }

  private static Optional<String> field(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank());
  }
}
