/** What a death or a disappearance stops, and what a reappearance brings back. */
package ua.vidnova.payments.death;
