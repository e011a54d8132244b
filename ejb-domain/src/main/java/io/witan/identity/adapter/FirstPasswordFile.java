package io.witan.identity.adapter;

import io.witan.identity.domain.Password;
import io.witan.identity.port.FirstPassword;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code admin.password} in the data folder, readable by its owner only. */
@ApplicationScoped
class FirstPasswordFile implements FirstPassword {
  private final SecretFile file;

  protected FirstPasswordFile() {
    this(".");
  }

  @Inject
  FirstPasswordFile(@ConfigProperty(name = "witan.data.dir") String folder) {
    this.file = new SecretFile(Path.of(folder, "admin.password"));
  }

  @Override
  public Password keep(Password fresh) {
    return new Password(file.readOrWrite(() -> fresh.value() + "\n").strip());
  }

  @Override
  public String place() {
    return file.path().toAbsolutePath().toString();
  }
}
