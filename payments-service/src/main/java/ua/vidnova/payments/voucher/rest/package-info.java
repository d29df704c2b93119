/** The HTTP face of vouchers. */
package ua.vidnova.payments.voucher.rest;
