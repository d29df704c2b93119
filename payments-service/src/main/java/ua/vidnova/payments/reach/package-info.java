/** Whose data a caller may see. */
package ua.vidnova.payments.reach;
