/** A person's right to one pension or benefit, and the money it makes payable month by month. */
package ua.vidnova.payments.award;
