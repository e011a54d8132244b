package io.witan.cli.story;

import io.witan.cli.Stop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Splits a Markdown text into title, brief and acceptance criteria. The parser says which lines
 * belong to what; the brief keeps its lines as written, so code, tables and logs arrive as they
 * are.
 */
final class StoryMarkdown {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_BRIEF = 500_000;
  private static final int MOST_CRITERIA = 200;
  private static final int LONGEST_CRITERION = 5_000;
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private static final Pattern CRITERIA_NAME =
      Pattern.compile("[\\d.)\\s]*acceptance[ -]criteri(a|on)\\s*:?", Pattern.CASE_INSENSITIVE);

  private final List<String> lines;
  private final BitSet taken = new BitSet();
  private final List<String> criteria = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Optional<String> title = Optional.empty();

  private StoryMarkdown(List<String> lines) {
    this.lines = lines;
  }

  static StoryFile parse(String fileName, String text, String digest) {
    String body = FrontMatter.strip(text.replace("\r\n", "\n").replace('\r', '\n'));
    return new StoryMarkdown(body.lines().collect(Collectors.toList()))
        .read(fileName, body, digest);
  }

  private StoryFile read(String fileName, String body, String digest) {
    Node document = PARSER.parse(body);
    findTitle(document);
    findCriteria(document);
    String full = title.orElseGet(() -> fromFileName(fileName));
    String brief = brief(full);
    checkLimits(fileName, brief);
    return new StoryFile(fileName, shortened(full), brief, criteria, digest, remarks);
  }

  private void findTitle(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      String text = node instanceof Heading ? PlainText.of(node) : "";
      if (!text.isBlank() && !isCriteriaName(text)) {
        title = Optional.of(text);
        take(node);
        return;
      }
    }
  }

  private void findCriteria(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (opensCriteria(node)) {
        readSection(node);
      }
    }
  }

  private static boolean opensCriteria(Node node) {
    if (node instanceof Heading) {
      return isCriteriaName(PlainText.of(node));
    }
    boolean namesList = node instanceof Paragraph && node.getNext() instanceof ListBlock;
    return namesList && isCriteriaName(PlainText.of(node));
  }

  private static boolean isCriteriaName(String text) {
    return CRITERIA_NAME.matcher(text.strip()).matches();
  }

  private void readSection(Node opening) {
    List<Node> section = section(opening);
    List<Node> lists = section.stream().filter(ListBlock.class::isInstance).toList();
    take(opening);
    for (Node list : lists) {
      take(list);
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        add(CriterionText.of(linesOf(item)));
      }
    }
    if (lists.isEmpty()) {
      section.stream().filter(Paragraph.class::isInstance).forEach(this::addParagraph);
    }
  }

  private void addParagraph(Node paragraph) {
    take(paragraph);
    add(String.join("\n", linesOf(paragraph)).strip());
  }

  private void add(String criterion) {
    if (!criterion.isBlank()) {
      criteria.add(criterion);
    }
  }

  /**
   * What belongs to the opening: up to the next heading of its level, or for a paragraph the list
   * that follows.
   */
  private static List<Node> section(Node opening) {
    List<Node> section = new ArrayList<>();
    if (!(opening instanceof Heading heading)) {
      section.add(opening.getNext());
      return section;
    }
    for (Node node = opening.getNext(); node != null; node = node.getNext()) {
      if (node instanceof Heading next && next.getLevel() <= heading.getLevel()) {
        break;
      }
      section.add(node);
    }
    return section;
  }

  private void take(Node node) {
    node.getSourceSpans().stream().map(SourceSpan::getLineIndex).forEach(taken::set);
  }

  private List<String> linesOf(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return List.of();
    }
    List<String> text =
        new ArrayList<>(lines.subList(spans.get(0).getLineIndex(), 1 + lastLine(spans)));
    SourceSpan first = spans.get(0);
    text.set(0, " ".repeat(first.getColumnIndex()) + text.get(0).substring(first.getColumnIndex()));
    return text;
  }

  private static int lastLine(List<SourceSpan> spans) {
    return spans.get(spans.size() - 1).getLineIndex();
  }

  private String brief(String full) {
    String rest =
        IntStream.range(0, lines.size())
            .filter(line -> !taken.get(line))
            .mapToObj(lines::get)
            .collect(Collectors.joining("\n"))
            .strip();
    if (rest.isEmpty()) {
      remarks.add("there is no text beside the title: the title is the brief too");
      return full;
    }
    return full.length() > LONGEST_TITLE ? full + "\n\n" + rest : rest;
  }

  private String shortened(String full) {
    if (full.length() <= LONGEST_TITLE) {
      return full;
    }
    remarks.add(
        "the title has %d characters: it is cut at %d, the brief has all of it"
            .formatted(full.length(), LONGEST_TITLE));
    int end = LONGEST_TITLE - 3;
    return full.substring(0, Character.isHighSurrogate(full.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  private String fromFileName(String fileName) {
    String name = fileName.replaceFirst("\\.[A-Za-z]+$", "").replaceAll("[-_]+", " ").strip();
    String fallback = name.isEmpty() ? fileName : name;
    remarks.add("there is no heading: the title is the file's name, \"%s\"".formatted(fallback));
    return fallback;
  }

  private void checkLimits(String fileName, String brief) {
    if (brief.length() > LONGEST_BRIEF) {
      throw Stop.usage(
          "%s: the brief has %,d characters, it may have %,d"
              .formatted(fileName, brief.length(), LONGEST_BRIEF),
          "keep the telling part of a long log and say where the rest is");
    }
    if (criteria.size() > MOST_CRITERIA) {
      throw Stop.usage(
          "%s has %d acceptance criteria, it may have %d"
              .formatted(fileName, criteria.size(), MOST_CRITERIA),
          "cut it into several stories");
    }
    for (int i = 0; i < criteria.size(); i++) {
      checkCriterion(fileName, i + 1, criteria.get(i).length());
    }
  }

  private static void checkCriterion(String fileName, int place, int length) {
    if (length > LONGEST_CRITERION) {
      throw Stop.usage(
          "%s: acceptance criterion %d has %,d characters, it may have %,d"
              .formatted(fileName, place, length, LONGEST_CRITERION),
          "cut it into several, or tell the long part in the brief");
    }
  }
}
