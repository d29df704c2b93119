/** A real Keycloak without a container, with the realm of {@code deploy/realm}. */
package ua.vidnova.localstack.keycloak;
