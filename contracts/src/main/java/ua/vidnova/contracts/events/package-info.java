/** The events that services promise each other, as data: topics, types, schemas, samples. */
package ua.vidnova.contracts.events;
