/** Places where money can be had: where they are, whom they serve, and whether they work. */
package ua.vidnova.coordination.cashpoint;
