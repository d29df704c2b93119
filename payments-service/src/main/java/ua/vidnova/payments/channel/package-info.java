/** By which channel, where and on which day a resident is paid, given what works there now. */
package ua.vidnova.payments.channel;
