/** Records that are of one person: no award is paid twice, and each gets their own back. */
package ua.vidnova.payments.merge;
