/** The way to partners' servers. */
package ua.vidnova.payments.webhook.http;
