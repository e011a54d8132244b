package io.witan.grpc.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.proto.ray_executor.v1.GetActiveJobsRequest;
import io.witan.proto.ray_executor.v1.JobInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetActiveJobsTest extends AgainstTheExecutor {

  @Test
  void areThoseThatHaveNotEnded() {
    String ended = execute("T-6").getDeliberationId();
    deliberations.completeAll();
    String id = execute("T-7").getDeliberationId();
    application.clock.set(ExecutorOnMemory.NOON.plusSeconds(134));

    List<JobInfo> jobs =
        executor.getActiveJobs(GetActiveJobsRequest.getDefaultInstance()).getJobsList();

    assertThat(jobs).extracting(JobInfo::getJobId).containsExactly(id).doesNotContain(ended);
    JobInfo job = jobs.get(0);
    assertThat(job.getSubmissionId()).isEqualTo(id);
    assertThat(job.getName()).isEqualTo("vllm-agent-job-" + id);
    assertThat(job.getStatus()).isEqualTo("RUNNING");
    assertThat(job.getRole()).isEqualTo("DEV");
    assertThat(job.getTaskId()).isEqualTo("T-7");
    assertThat(job.getStartTime().getSeconds()).isEqualTo(ExecutorOnMemory.NOON.getEpochSecond());
    assertThat(job.getRuntime()).isEqualTo("2m 14s");
    assertThat(job.hasEndTime()).isFalse();
  }
}
