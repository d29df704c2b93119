/** Server processes: launched, found again by another run of the program, stopped or killed. */
package ua.vidnova.localstack.process;
