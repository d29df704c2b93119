/** Applications for a pension that residents made at a registrar's. */
package ua.vidnova.payments.application;
