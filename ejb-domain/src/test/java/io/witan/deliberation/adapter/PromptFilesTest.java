package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.Wording;
import io.witan.deliberation.port.PromptBook.Written;
import io.witan.deliberation.port.TurnFacts;
import io.witan.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFilesTest {
  @TempDir private Path folder;

  private static TurnFacts proposing(Optional<String> profile) {
    return new TurnFacts(
        Purpose.IMPLEMENT,
        TurnKind.PROPOSE,
        new Agent(
            new AgentId("agent-dev-001"),
            Role.DEVELOPER,
            "model-x",
            new Manner(Optional.of(0.1), Optional.empty(), profile)),
        0,
        3,
        Subject.task("T-1"),
        new Assignment("Pay by card", "The task", List.of(), Optional.empty()),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ResourcePromptBook book() {
    return new ResourcePromptBook(500, 1000, Optional.of(folder.toString()));
  }

  private Written written(Optional<String> profile) {
    return book().write(proposing(profile), 7);
  }

  private void put(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void an_empty_folder_changes_nothing() {
    Written usual =
        new ResourcePromptBook(500, 1000, Optional.empty()).write(proposing(Optional.empty()), 7);

    assertThat(written(Optional.empty())).isEqualTo(usual);
    assertThat(usual.canonical()).contains("\"prompts\":\"v2\"");
  }

  @Test
  void what_lies_in_the_folder_is_for_all_agents_and_is_named_in_the_request() throws Exception {
    put("implement-propose.txt", "Do this: {{assignment}}");

    Written own = written(Optional.empty());
    assertThat(own.prompt().user()).startsWith("Do this: The task:");
    assertThat(own.prompt().system()).contains("agent-dev-001");
    assertThat(own.canonical()).containsPattern("\"prompts\":\"v2\\+[0-9a-f]{12}\"");
  }

  @Test
  void what_lies_in_a_folder_in_it_is_for_agents_of_that_profile() throws Exception {
    put("terse/implement-propose.txt", "In one line: {{assignment}}");
    put("terse/work_proposal.json", "{\"type\": \"object\"}");

    assertThat(book().profiles()).containsExactly("terse");
    assertThat(written(Optional.of("terse")).prompt().user()).startsWith("In one line");
    assertThat(written(Optional.of("terse")).prompt().schema()).isEqualTo("{\"type\": \"object\"}");
    assertThat(written(Optional.empty()).prompt().user()).startsWith("Say how to do");
  }

  @Test
  void an_agent_has_its_own_temperature() {
    assertThat(written(Optional.empty()).prompt().temperature()).isEqualTo(0.1);
  }

  @Test
  void a_file_that_nothing_reads_is_an_error_at_the_start() throws Exception {
    put("terse/implment-propose.txt", "typo");

    assertThatThrownBy(this::book).hasMessageContaining("implment-propose.txt");
  }

  @Test
  void a_place_that_nobody_fills_is_named() throws Exception {
    put("implement-propose.txt", "{{task}}");

    assertThatThrownBy(() -> written(Optional.empty()))
        .hasMessageContaining("{{task}}")
        .hasMessageContaining("assignment");
  }

  @Test
  void a_folder_that_is_not_there_is_an_error_at_the_start() {
    assertThatThrownBy(
            () -> new ResourcePromptBook(5, 5, Optional.of(folder.resolve("no").toString())))
        .hasMessageContaining("witan.deliberation.prompts");
  }

  @Test
  void a_file_of_any_wording_may_be_replaced_and_is_read_where_that_wording_reads_it()
      throws Exception {
    put("system-single.txt", "Alone: {{role}}");
    Terms alone =
        new Terms(
            Mode.SINGLE, 0, false, Optional.empty(), Optional.empty(), 9_999, Budget.UNLIMITED);
    TurnFacts facts = proposing(Optional.empty());

    assertThat(book().write(facts.under(alone), 7).prompt().system()).isEqualTo("Alone: developer");
    assertThat(book().write(facts.under(alone.in(Wording.V1)), 7).prompt().system())
        .contains("three steps");
  }
}
