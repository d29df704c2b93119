/** The operator's dictionary of ICPC-2: loaded from the ministry's list, none is shipped. */
package ua.vidnova.medical.icpc;
