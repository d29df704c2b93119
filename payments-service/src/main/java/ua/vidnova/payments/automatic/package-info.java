/** Resuming pensions of a settlement without application, once the post delivers there again. */
package ua.vidnova.payments.automatic;
