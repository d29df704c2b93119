/** Invented residents of Luhansk oblast: their names, families and papers, all from one seed. */
package ua.vidnova.bench.people;
