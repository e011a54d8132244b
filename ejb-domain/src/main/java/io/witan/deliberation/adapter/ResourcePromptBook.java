package io.witan.deliberation.adapter;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.Wording;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.PromptBook;
import io.witan.deliberation.port.TurnFacts;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prompts from text files. A file is never changed once it was released: whoever wants to ask
 * otherwise makes another {@link Wording}, so that an old request is written in its own words.
 */
@ApplicationScoped
public class ResourcePromptBook implements PromptBook {
  private final PromptFiles files;
  private final int maxTokens;
  private final int longestText;

  protected ResourcePromptBook() {
    this(0, 0, Optional.empty());
  }

  /**
   * Prompts within bounds.
   *
   * @param maxTokens the most tokens of an answer
   * @param textTokens the most tokens of the text of the story or task; a longer one is cut
   * @param folder prompts of one's own that take the place of those here, if there are any
   */
  @Inject
  public ResourcePromptBook(
      @ConfigProperty(name = "witan.deliberation.max-tokens") int maxTokens,
      @ConfigProperty(name = "witan.deliberation.pack-tokens") int textTokens,
      @ConfigProperty(name = "witan.deliberation.prompts") Optional<String> folder) {
    this.files = new PromptFiles(folder.filter(path -> !path.isBlank()).map(Path::of));
    this.maxTokens = maxTokens;
    this.longestText = textTokens * ContextPack.CHARACTERS_PER_TOKEN;
  }

  @Override
  public Written write(TurnFacts facts, long seed) {
    Prompt prompt = prompt(facts);
    String canonical = CanonicalJson.of(request(facts, prompt, seed));
    return new Written(prompt, canonical, CanonicalJson.sha256(canonical));
  }

  @Override
  public Set<String> profiles() {
    return files.profiles();
  }

  private Prompt prompt(TurnFacts facts) {
    Map<String, String> words = words(facts);
    String schema = schema(facts);
    PromptFiles.Texts texts = texts(facts);
    return new Prompt(
        texts.fill(system(facts), words),
        texts.fill(template(facts), words),
        facts.agent().manner().temperature().orElse(temperature(facts.kind())),
        maxTokens,
        schema,
        texts.read(schema + ".json"));
  }

  private PromptFiles.Texts texts(TurnFacts facts) {
    return files.texts(facts.terms().wording(), facts.agent().manner().profile());
  }

  private static String template(TurnFacts facts) {
    if (facts.kind() == TurnKind.PROPOSE) {
      return switch (facts.purpose()) {
        case PLAN -> "plan-propose.txt";
        case IMPLEMENT -> "implement-propose.txt";
        case REVIEW -> "review-propose-%s.txt".formatted(reviewer(facts.agent().role()));
        case DERIVE -> "derive-propose.txt";
        case READINESS -> "readiness-propose.txt";
        case JUDGE_DESIGN -> "judge-design-propose.txt";
        case JUDGE_TESTS -> "judge-tests-propose.txt";
      };
    }
    return switch (facts.kind()) {
      case CRITIQUE -> "critique.txt";
      case BALLOT -> "ballot.txt";
      default -> "revise.txt";
    };
  }

  private static String system(TurnFacts facts) {
    if (facts.kind() == TurnKind.BALLOT) {
      return "system-ballot.txt";
    }
    if (facts.terms().wording() == Wording.V1) {
      return "system.txt";
    }
    return switch (facts.terms().mode()) {
      case SINGLE -> "system-single.txt";
      case VOTE -> facts.purpose().isDecision() ? "system-majority.txt" : "system-vote.txt";
      case COUNCIL -> facts.terms().rounds() == 0 ? "system-vote.txt" : "system.txt";
    };
  }

  /** Three roles have questions of their own. */
  private static String reviewer(Role role) {
    return switch (role) {
      case ARCHITECT, QA, DEVOPS -> role.wire();
      default -> "any";
    };
  }

  private static String schema(TurnFacts facts) {
    if (facts.kind() == TurnKind.CRITIQUE) {
      return "critique";
    }
    if (facts.kind() == TurnKind.BALLOT) {
      return "ballot";
    }
    return switch (facts.purpose()) {
      case PLAN -> "plan_proposal";
      case IMPLEMENT -> "work_proposal";
      case REVIEW -> "review_proposal";
      case DERIVE -> "derivation_proposal";
      case READINESS -> "readiness_proposal";
      case JUDGE_DESIGN, JUDGE_TESTS -> "verdict_proposal";
    };
  }

  /** Proposals are to differ, judgements are to be steady. */
  private static double temperature(TurnKind kind) {
    if (kind == TurnKind.PROPOSE) {
      return 0.7;
    }
    return kind == TurnKind.REVISE ? 0.4 : 0.2;
  }

  private Map<String, String> words(TurnFacts facts) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("agent", facts.agent().id().value());
    words.put("role", facts.agent().role().wire());
    words.put("number", String.valueOf(facts.seat() + 1));
    words.put("seats", String.valueOf(facts.seats()));
    words.put("assignment", assignment(facts));
    words.put("pack", pack(facts.pack()));
    words.put("draft", facts.draftText().orElse(""));
    words.put("options", options(facts.options()));
    words.put("critique", facts.critique().map(Critique::text).orElse(""));
    words.put("score", facts.critique().map(said -> String.valueOf(said.score())).orElse(""));
    return words;
  }

  private static String options(List<TurnFacts.Option> options) {
    return options.stream()
        .map(option -> "Proposal %s:\n<<<\n%s\n>>>".formatted(option.label(), option.text()))
        .collect(Collectors.joining("\n\n"));
  }

  private String assignment(TurnFacts facts) {
    Assignment assignment = facts.assignment();
    StringBuilder text = new StringBuilder();
    text.append("The ").append(facts.subject().kind().wire()).append(":\n<<<\n");
    String words = ContextPack.cut(assignment.text(), longestText);
    text.append(assignment.title()).append("\n\n").append(words).append('\n');
    if (!assignment.acceptanceCriteria().isEmpty()) {
      text.append("\nAcceptance criteria:\n");
      assignment
          .acceptanceCriteria()
          .forEach(criterion -> text.append("- ").append(criterion).append('\n'));
    }
    return text.append(">>>").append(constraints(facts.terms())).toString();
  }

  private static String constraints(Terms terms) {
    return terms.wording() == Wording.V1 ? "" : ConstraintWords.of(terms.constraints());
  }

  private static String pack(String pack) {
    return pack.isBlank()
        ? "Nothing else is known."
        : "What else is known:\n<<<\n" + pack + "\n>>>";
  }

  private Map<String, Object> request(TurnFacts facts, Prompt prompt, long seed) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("prompts", texts(facts).version());
    request.put("agent", facts.agent().id().value());
    request.put("role", facts.agent().role().wire());
    request.put("model", facts.agent().model());
    request.put("system", prompt.system());
    request.put("user", prompt.user());
    request.put("temperature", prompt.temperature());
    request.put("max_tokens", prompt.maxTokens());
    request.put("seed", seed);
    request.put("schema_name", prompt.schemaName());
    request.put("schema", prompt.schema());
    return request;
  }
}
