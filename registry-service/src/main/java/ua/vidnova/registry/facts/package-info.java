/** What is stated about a person after registration, and what the registry makes of it. */
package ua.vidnova.registry.facts;
