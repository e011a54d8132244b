package io.witan.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Mounts the REST API; its resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class WitanApplication extends Application {}
