package ua.vidnova.chassis.planted;

import jakarta.ws.rs.core.Response;

/** A planted violation: a domain class that knows transport. */
class TalksHttp {

  Response answer() {
    return Response.ok().build();
  }
}
