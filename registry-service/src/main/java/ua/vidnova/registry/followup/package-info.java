/** What a registrar has to do because a brigade saw something. */
package ua.vidnova.registry.followup;
