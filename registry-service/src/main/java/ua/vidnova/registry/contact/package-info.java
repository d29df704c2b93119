/** Ways to reach a person. */
package ua.vidnova.registry.contact;
