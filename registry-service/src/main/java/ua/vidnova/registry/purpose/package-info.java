/** For what personal data is asked. */
package ua.vidnova.registry.purpose;
