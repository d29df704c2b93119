/**
 * Numbers that the state gives to people, papers, organisations and places, and how to read them.
 */
package ua.vidnova.contracts.identifiers;
