package io.witan.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Mounts the REST API; its resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class WitanApplication extends Application {

  /** No second description of the API beside OpenAPI. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
