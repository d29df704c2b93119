/** Calls that come through the state's data exchange (Trembita, an X-Road). */
package ua.vidnova.chassis.exchange;
