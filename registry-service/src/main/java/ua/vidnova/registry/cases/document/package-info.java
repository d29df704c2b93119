/** Scans that are attached to cases. */
package ua.vidnova.registry.cases.document;
