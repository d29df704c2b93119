/** The partners' door to their webhooks. */
package ua.vidnova.payments.webhook.rest;
