package ua.vidnova.coordination.brigade.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.brigade.Brigade;
import ua.vidnova.coordination.brigade.BrigadeKind;

/** A brigade as callers see it. */
@Schema(name = "Brigade")
record BrigadeView(
    UUID id,
    String name,
    BrigadeKind kind,
    String territory,
    List<MemberView> members,
    int version) {

  static BrigadeView of(Brigade brigade) {
    var told = brigade.description();
    return new BrigadeView(
        brigade.id(),
        told.name(),
        told.kind(),
        told.territory(),
        told.members().stream().map(MemberView::of).toList(),
        brigade.version());
  }
}
