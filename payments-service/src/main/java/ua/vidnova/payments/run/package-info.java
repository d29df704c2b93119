/** Payment runs: what is due becomes instructions, grouped into batches for partners. */
package ua.vidnova.payments.run;
