/** What was stated about a person, by whom, and how well the papers prove it. */
package ua.vidnova.registry.evidence;
