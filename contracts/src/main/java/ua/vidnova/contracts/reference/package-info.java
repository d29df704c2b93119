/** Reference data that every service reads alike. */
package ua.vidnova.contracts.reference;
