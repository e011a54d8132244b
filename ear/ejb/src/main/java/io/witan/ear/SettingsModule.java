package io.witan.ear;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends a deployment at once where the settings of Witan are not found, with the reason, instead of
 * later with a hundred injection points that lack their value.
 */
@Singleton
@Startup
public class SettingsModule {
  private static final Logger LOG = Logger.getLogger(SettingsModule.class.getName());
  private static final String ONE_OF_THEM = "witan.neo4j.url";

  @PostConstruct
  void require() {
    Config config = ConfigProvider.getConfig();
    String url =
        config
            .getOptionalValue(ONE_OF_THEM, String.class)
            .orElseThrow(() -> new IllegalStateException(ONE_OF_THEM + " has no value"));
    LOG.log(Level.INFO, "Witan as an EAR, its store at {0}", url);
  }
}
