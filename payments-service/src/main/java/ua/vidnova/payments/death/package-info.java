/** What a death stops. */
package ua.vidnova.payments.death;
