/** Stopping payment on a ground of the law, and asking two people to start it again. */
package ua.vidnova.payments.suspension;
