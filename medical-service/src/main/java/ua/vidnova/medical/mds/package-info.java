/** The items of the WHO Emergency Medical Team Minimum Data Set and how each is counted. */
package ua.vidnova.medical.mds;
