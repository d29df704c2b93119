package ua.vidnova.chassis.planted;

import jakarta.enterprise.context.ApplicationScoped;

/** A planted violation: a rule that needs a framework. */
@ApplicationScoped
class FeeRules {}
