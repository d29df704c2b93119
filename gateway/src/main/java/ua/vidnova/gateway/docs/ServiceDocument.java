package ua.vidnova.gateway.docs;

import io.vertx.core.json.JsonObject;

/** The OpenAPI document of one service. */
record ServiceDocument(String service, JsonObject openapi) {}
