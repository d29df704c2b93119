/** Reading the files in which lists come. */
package ua.vidnova.registry.imports.files;
