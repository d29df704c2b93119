/** What has to be looked at every day: who is to be warned, whose payment ends, what is late. */
package ua.vidnova.payments.review;
