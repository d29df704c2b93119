/** Taking over lists of other registers: who they say lives here, line by line. */
package ua.vidnova.registry.imports;
