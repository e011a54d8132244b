package io.witan.architecture.offender.planning.application;

import io.witan.architecture.offender.planning.adapter.Warehouse;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;

/** A use case that knows an adapter, JSON and HTTP. */
public record Hasty(Warehouse warehouse, JsonObject document, Response answer) {}
