package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.Wording;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.PromptBook.Written;
import io.witan.deliberation.port.TurnFacts;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.shared.Role;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcePromptBookTest {
  /** The digest of a request that was recorded when there was one wording. */
  private static final String FIRST_ASKED =
      "0424a498064d89b206c75ac555723e250924ea83b5eeda3d92d949c64e1502f5";

  private final ResourcePromptBook book = new ResourcePromptBook(500, 1000, Optional.empty());

  private static TurnFacts facts(Purpose purpose, TurnKind kind, String text) {
    boolean proposes = kind == TurnKind.PROPOSE;
    return new TurnFacts(
        purpose,
        kind,
        Agent.council(Role.ARCHITECT, 3, "model-x").get(1),
        1,
        3,
        Subject.story("S-1"),
        new Assignment("Pay by card", text, List.of("A receipt"), Optional.of("S-1")),
        "A plan was rejected: too large",
        proposes ? Optional.empty() : Optional.of(Deliberations.plan("Draft")),
        proposes ? Optional.empty() : Optional.of("{the draft}"),
        kind == TurnKind.REVISE ? Optional.of(new Critique("No test", 0.25)) : Optional.empty());
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  @ParameterizedTest
  @CsvSource({
    "PLAN, PROPOSE, plan_proposal",
    "PLAN, CRITIQUE, critique",
    "PLAN, REVISE, plan_proposal",
    "IMPLEMENT, PROPOSE, work_proposal",
    "IMPLEMENT, CRITIQUE, critique",
    "IMPLEMENT, REVISE, work_proposal",
    "REVIEW, PROPOSE, review_proposal",
    "REVIEW, CRITIQUE, critique",
    "REVIEW, REVISE, review_proposal",
    "DERIVE, PROPOSE, derivation_proposal",
    "DERIVE, CRITIQUE, critique",
    "DERIVE, REVISE, derivation_proposal",
    "READINESS, PROPOSE, readiness_proposal",
    "READINESS, CRITIQUE, critique",
    "READINESS, REVISE, readiness_proposal",
    "JUDGE_DESIGN, PROPOSE, verdict_proposal",
    "JUDGE_DESIGN, CRITIQUE, critique",
    "JUDGE_TESTS, PROPOSE, verdict_proposal",
    "JUDGE_TESTS, REVISE, verdict_proposal"
  })
  void every_kind_of_turn_has_its_words_and_its_schema(
      Purpose purpose, TurnKind kind, String schema) {
    Prompt prompt = book.write(facts(purpose, kind, "The brief"), 7).prompt();

    assertThat(prompt.system()).contains("agent-architect-002", "number 2", "council of 3");
    assertThat(prompt.user()).contains("Pay by card", "The brief", "A receipt", "too large");
    assertThat(prompt.system() + prompt.user()).doesNotContain("{{", "}}");
    assertThat(prompt.schemaName()).isEqualTo(schema);
    assertThat(json(prompt.schema()).getBoolean("additionalProperties")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ARCHITECT, name the components, give the tasks of building it, complexity as LOW",
    "QA, list the scenarios to test, give acceptance criteria, complexity of testing it",
    "DEVOPS, name the infrastructure, give the steps of deploying it, complexity of operating it",
    "DEVELOPER, name what your role has to do, say what you need from others, complexity of your part"
  })
  void a_review_asks_each_role_for_what_it_knows(
      Role role, String first, String second, String third) {
    TurnFacts facts =
        new TurnFacts(
            Purpose.REVIEW,
            TurnKind.PROPOSE,
            Agent.council(role, 3, "model-x").get(0),
            0,
            3,
            Subject.task("ceremony-1"),
            new Assignment("Pay by card", "The brief", List.of(), Optional.of("S-1")),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(book.write(facts, 7).prompt().user())
        .contains("1. " + first, "2. " + second, "3. judge", third);
  }

  @Test
  void a_revision_is_shown_draft_and_critique() {
    assertThat(book.write(facts(Purpose.PLAN, TurnKind.REVISE, "x"), 7).prompt().user())
        .contains("{the draft}", "No test", "0.25");
  }

  private static Terms terms(Mode mode, int rounds) {
    return new Terms(
        mode, rounds, false, Optional.empty(), Optional.empty(), 9_999, Budget.UNLIMITED);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAN, COUNCIL, 1, works in three steps",
    "PLAN, COUNCIL, 0, nobody revises it afterwards",
    "PLAN, VOTE, 1, nobody revises it afterwards",
    "JUDGE_TESTS, VOTE, 1, the majority decides",
    "PLAN, SINGLE, 1, work on this alone"
  })
  void an_agent_is_told_how_it_is_decided(Purpose purpose, Mode mode, int rounds, String expected) {
    TurnFacts facts = facts(purpose, TurnKind.PROPOSE, "x").under(terms(mode, rounds));

    String system = book.write(facts, 7).prompt().system();

    assertThat(system).contains("agent-architect-002", expected, "one JSON object", "<<< and >>>");
    assertThat(system.contains("three steps")).isEqualTo(mode == Mode.COUNCIL && rounds > 0);
    assertThat(system).doesNotContain("{{");
  }

  @ParameterizedTest
  @CsvSource({"PROPOSE", "CRITIQUE", "REVISE"})
  void in_each_turn_an_agent_is_told_what_a_proposal_must_keep_to(TurnKind kind) {
    Constraints constraints =
        new Constraints(
                List.of(new PathPattern("src/**")),
                List.of("PayTest"),
                List.of("eval("),
                List.of("No new library"))
            .narrowedBy(
                new Constraints(
                    List.of(new PathPattern("src/pay/")), List.of(), List.of(), List.of()));
    TurnFacts facts = facts(Purpose.PLAN, kind, "x");

    String user = book.write(facts.under(Terms.usual().keepingTo(constraints)), 7).prompt().user();

    assertThat(user)
        .contains(
            """
            <<<
            A patch may change only files that match one of:
            - src/**
            Of those, only files that also match one of:
            - src/pay/
            The work must touch, or name, each of these tests:
            - PayTest
            It must not say:
            - eval(
            It must fulfil:
            - No new library
            >>>
            """);
    assertThat(book.write(facts, 7).prompt().user()).doesNotContain("must keep to");
  }

  @ParameterizedTest
  @CsvSource({"COUNCIL, 1", "COUNCIL, 0", "VOTE, 1", "SINGLE, 1"})
  void in_the_first_wording_all_are_asked_as_those_of_a_council_were(Mode mode, int rounds) {
    Constraints constraints =
        new Constraints(List.of(), List.of("PayTest"), List.of("eval("), List.of());
    TurnFacts facts =
        facts(Purpose.PLAN, TurnKind.PROPOSE, "x")
            .under(terms(mode, rounds).keepingTo(constraints).in(Wording.V1));

    Written written = book.write(facts, 7);

    assertThat(written.canonical()).contains("\"prompts\":\"v1\"");
    assertThat(written.digest()).isEqualTo(FIRST_ASKED);
  }

  @Test
  void the_digest_is_that_of_the_canonical_request() {
    Written written = book.write(facts(Purpose.PLAN, TurnKind.PROPOSE, "x"), 7);

    assertThat(written.digest()).isEqualTo(CanonicalJson.sha256(written.canonical()));
    assertThat(json(written.canonical()).keySet())
        .containsExactlyInAnyOrder(
            "prompts",
            "agent",
            "role",
            "model",
            "system",
            "user",
            "temperature",
            "max_tokens",
            "seed",
            "schema_name",
            "schema");
  }

  @Test
  void equal_facts_give_equal_requests_and_another_number_another() {
    TurnFacts facts = facts(Purpose.PLAN, TurnKind.PROPOSE, "x");

    assertThat(book.write(facts, 7)).isEqualTo(book.write(facts, 7));
    assertThat(book.write(facts, 8).digest()).isNotEqualTo(book.write(facts, 7).digest());
  }

  @Test
  void places_in_the_text_of_a_story_are_not_filled() {
    Prompt prompt =
        book.write(facts(Purpose.PLAN, TurnKind.PROPOSE, "a {{pack}} $1 \\"), 7).prompt();

    assertThat(prompt.user()).contains("a {{pack}} $1 \\");
  }

  @Test
  void a_long_text_is_cut_in_its_middle() {
    String log = "begin " + "x".repeat(50_000) + " end";

    String user = book.write(facts(Purpose.PLAN, TurnKind.PROPOSE, log), 7).prompt().user();

    assertThat(user).hasSizeLessThan(6_000).contains("begin", "end", "characters left out");
  }

  @Test
  void the_schema_names_the_kinds_of_work_and_roles_that_plans_may_hold() {
    Prompt prompt = book.write(facts(Purpose.PLAN, TurnKind.PROPOSE, "x"), 7).prompt();

    assertThat(values(prompt, "type")).containsExactlyInAnyOrderElementsOf(ProposedTask.TYPES);
    assertThat(values(prompt, "role"))
        .containsExactlyInAnyOrderElementsOf(ProposedTask.ROLES.stream().map(Role::wire).toList());
  }

  private static List<String> values(Prompt prompt, String field) {
    JsonObject task =
        json(prompt.schema())
            .getJsonObject("properties")
            .getJsonObject("tasks")
            .getJsonObject("items")
            .getJsonObject("properties");
    JsonArray values = task.getJsonObject(field).getJsonArray("enum");
    return values.getValuesAs(JsonString::getString);
  }
}
