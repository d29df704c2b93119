/** Numbers that the law sets: effective-dated data with their source, never constants. */
package ua.vidnova.payments.law;
