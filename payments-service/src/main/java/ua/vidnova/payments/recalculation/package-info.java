/** Deriving awards anew when the law has changed; what was made stays, differences are added. */
package ua.vidnova.payments.recalculation;
