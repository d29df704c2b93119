/** Who does what, and when, as books and reviews keep it. */
package ua.vidnova.medical.actor;
