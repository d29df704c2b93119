/** Programmes of aid: who gets how much, on what evidence, for how long, and what excludes what. */
package ua.vidnova.payments.programme;
