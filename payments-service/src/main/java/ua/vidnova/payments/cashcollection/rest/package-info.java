/** The HTTP face of delegations and cash collections. */
package ua.vidnova.payments.cashcollection.rest;
