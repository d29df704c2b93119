/** Transactions about the same thing that follow one another. */
package ua.vidnova.chassis.locks;
