package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.relay.EventStreams.EventStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStreamsTest {
  private final EventStreams streams = new EventStreams(1);

  private Optional<String> of(String subject) {
    return streams.of(subject).map(EventStream::name);
  }

  @ParameterizedTest
  @CsvSource({
    "planning.story.transitioned, PLANNING_EVENTS",
    "agent.request.x, AGENT_REQUESTS",
    "agent.response.completed, AGENT_RESPONSES",
    "agent.work.x, AGENT_WORK",
    "context.updated, CONTEXT",
    "context.events.updated, CONTEXT",
    "orchestration.deliberation.completed, ORCHESTRATOR_EVENTS",
    "workflow.state.changed, WORKFLOW_EVENTS",
    "deliberation.completed, DELIBERATION_EVENTS",
    "jobs.submitted, JOBS",
    "identity.user.created, IDENTITY_EVENTS",
    "audit.heads.signed, AUDIT_HEADS"
  })
  void a_subject_has_its_stream(String subject, String stream) {
    assertThat(of(subject)).contains(stream);
  }

  @Test
  void streamed_tokens_are_live_only() {
    assertThat(of("vllm.streaming.d-1")).isEmpty();
    assertThat(streams.isLiveOnly("vllm.streaming.d-1")).isTrue();
    assertThat(streams.isKnown("vllm.streaming.d-1")).isTrue();
  }

  @Test
  void any_other_subject_is_unknown() {
    assertThat(streams.isKnown("agent.other.x")).isFalse();
    assertThat(streams.isKnown("planning")).isFalse();
  }
}
