package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Whether a cluster would understand the Kubernetes manifests that a patch leaves. */
final class DryRun {
  private static final Set<String> TYPES = Set.of("yaml", "yml", "json");

  private int manifests;
  private final List<Finding> findings = new ArrayList<>();

  private DryRun() {}

  static Check check(PatchedFiles patched) {
    DryRun run = new DryRun();
    patched.files().keySet().stream()
        .filter(path -> TYPES.contains(Lint.type(path)))
        .sorted()
        .forEach(path -> run.read(path, patched.files().get(path)));
    return run.manifests == 0
        ? Check.notApplicable(Check.Kind.DRY_RUN, "no Kubernetes manifest in the patch")
        : Check.judged(Check.Kind.DRY_RUN, run.manifests + " manifests", run.findings);
  }

  /** What is no YAML is for the lint to tell. JSON is YAML, too. */
  private void read(String path, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (YamlSource.isTemplate(text)) {
      return;
    }
    try {
      for (Node document : YamlDocuments.of(text)) {
        Manifest.of(document).ifPresent(manifest -> decode(path, manifest));
      }
    } catch (YamlDocuments.NoYaml lint) {
      return;
    }
  }

  private void decode(String path, Manifest manifest) {
    manifests++;
    findings.addAll(new ManifestDecoder(path).decode(manifest));
  }
}
