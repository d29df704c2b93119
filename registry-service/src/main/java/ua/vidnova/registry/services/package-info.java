/** The administrative services that a mobile registrar offers, as dated data with their source. */
package ua.vidnova.registry.services;
