package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Ballot;
import io.witan.deliberation.domain.Contribution;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.AnswerReader;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.json.JsonText;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as JSON, read to the letter of their schema: no unknown or repeated field, nothing before
 * or after it. Many models put a Markdown fence around it, whatever they are told: one that holds
 * the whole answer is taken off.
 */
@ApplicationScoped
public class JsonAnswers implements AnswerReader {
  private static final JsonReaderFactory READERS =
      JsonText.provider()
          .createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
  private static final JsonParserFactory PARSERS =
      JsonText.provider().createParserFactory(Map.of());

  private static final Pattern FENCED =
      Pattern.compile("\\s*```(?:json)?[ \\t]*\\R(.*)\\R[ \\t]*```\\s*", Pattern.DOTALL);

  @Override
  public Contribution read(Purpose purpose, TurnKind kind, String text) {
    StrictObject answer = new StrictObject("answer", parse(withoutFence(text)));
    try {
      return switch (kind) {
        case CRITIQUE -> critique(answer);
        case BALLOT -> ballot(answer);
        case PROPOSE, REVISE -> proposal(purpose, answer);
      };
    } catch (InvalidValue invalid) {
      throw new BadAnswer("the answer is not usable: " + invalid.getMessage(), invalid);
    }
  }

  private static String withoutFence(String text) {
    Matcher fenced = FENCED.matcher(text);
    return fenced.matches() ? fenced.group(1) : text;
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text));
        JsonParser whole = PARSERS.createParser(new StringReader(text))) {
      // The reader stops after the object and does not see what follows; the parser does.
      while (whole.hasNext()) {
        whole.next();
      }
      return reader.readObject();
    } catch (JsonException malformed) {
      throw new BadAnswer("the answer is no JSON object: " + malformed.getMessage(), malformed);
    }
  }

  private static Critique critique(StrictObject answer) {
    answer.withOnly("critique", "score");
    return new Critique(answer.text("critique"), answer.number("score"));
  }

  private static Ballot ballot(StrictObject answer) {
    answer.withOnly("marks");
    return new Ballot(answer.objects("marks").stream().map(JsonAnswers::mark).toList());
  }

  private static Ballot.Mark mark(StrictObject mark) {
    mark.withOnly("proposal", "reason", "score");
    return new Ballot.Mark(mark.text("proposal"), mark.number("score"), mark.text("reason"));
  }

  private static Proposal proposal(Purpose purpose, StrictObject answer) {
    return switch (purpose) {
      case PLAN -> plan(answer);
      case IMPLEMENT -> work(answer);
      case REVIEW -> review(answer);
      case DERIVE -> derivation(answer);
      case READINESS -> readiness(answer);
      case JUDGE_DESIGN, JUDGE_TESTS -> verdict(answer);
    };
  }

  private static PlanProposal plan(StrictObject answer) {
    answer.withOnly("title", "description", "acceptance_criteria", "technical_notes", "tasks");
    return new PlanProposal(
        answer.text("title"),
        answer.text("description"),
        answer.texts("acceptance_criteria"),
        answer.text("technical_notes"),
        answer.objects("tasks").stream().map(JsonAnswers::task).toList());
  }

  private static ProposedTask task(StrictObject task) {
    task.withOnly(
        "title", "description", "type", "role", "estimated_hours", "priority", "depends_on");
    return new ProposedTask(
        task.text("title"),
        task.text("description"),
        task.text("type"),
        Role.parse("tasks.role", task.text("role")),
        task.integer("estimated_hours"),
        task.integer("priority"),
        task.integers("depends_on"));
  }

  private static DerivationProposal derivation(StrictObject answer) {
    answer.withOnly("title", "tasks");
    return new DerivationProposal(
        answer.text("title"), answer.objects("tasks").stream().map(JsonAnswers::derived).toList());
  }

  private static DerivationProposal.Task derived(StrictObject task) {
    task.withOnly(
        "id",
        "title",
        "description",
        "type",
        "role",
        "estimated_hours",
        "priority",
        "keywords",
        "depends_on");
    return new DerivationProposal.Task(
        task.text("id"),
        task.text("title"),
        task.text("description"),
        task.text("type"),
        Role.parse("tasks.role", task.text("role")),
        task.integer("estimated_hours"),
        task.integer("priority"),
        task.texts("keywords"),
        task.objects("depends_on").stream().map(JsonAnswers::waits).toList());
  }

  private static DerivationProposal.Wait waits(StrictObject wait) {
    wait.withOnly("id", "reason");
    return new DerivationProposal.Wait(wait.text("id"), wait.text("reason"));
  }

  private static ReadinessProposal readiness(StrictObject answer) {
    answer.withOnly("title", "criteria");
    return new ReadinessProposal(
        answer.text("title"),
        answer.objects("criteria").stream().map(JsonAnswers::finding).toList());
  }

  private static ReadinessProposal.Finding finding(StrictObject finding) {
    finding.withOnly("name", "points", "evidence", "reason");
    return new ReadinessProposal.Finding(
        finding.text("name"),
        finding.integer("points"),
        finding.text("evidence"),
        finding.text("reason"));
  }

  private static ReviewProposal review(StrictObject answer) {
    answer.withOnly(
        "title",
        "feedback",
        "recommendations",
        "acceptance_criteria",
        "dependencies",
        "complexity",
        "tasks");
    return new ReviewProposal(
        answer.text("title"),
        answer.text("feedback"),
        answer.texts("recommendations"),
        answer.texts("acceptance_criteria"),
        answer.texts("dependencies"),
        answer.text("complexity"),
        answer.objects("tasks").stream().map(JsonAnswers::found).toList());
  }

  private static ReviewProposal.Task found(StrictObject task) {
    task.withOnly("description", "reason");
    return new ReviewProposal.Task(task.text("description"), task.text("reason"));
  }

  private static VerdictProposal verdict(StrictObject answer) {
    answer.withOnly("title", "verdict", "feedback", "findings");
    return new VerdictProposal(
        answer.text("title"),
        approves(answer.text("verdict")),
        answer.text("feedback"),
        answer.texts("findings"));
  }

  private static boolean approves(String verdict) {
    if (!verdict.equals("approve") && !verdict.equals("reject")) {
      throw new InvalidValue("verdict", verdict, "approve or reject");
    }
    return verdict.equals("approve");
  }

  private static WorkProposal work(StrictObject answer) {
    answer.withOnly("title", "summary", "patch", "work_note");
    return new WorkProposal(
        answer.text("title"),
        answer.text("summary"),
        answer.optionalText("patch"),
        answer.text("work_note"));
  }
}
