/** What payments hears from the other services. */
package ua.vidnova.payments.listening;
