/**
 * What the Pension Fund is told of the awards that it brought: decisions, and what was not paid.
 */
package ua.vidnova.payments.fundlist;
