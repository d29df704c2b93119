/** What disagrees and waits for a registrar. */
package ua.vidnova.registry.review;
