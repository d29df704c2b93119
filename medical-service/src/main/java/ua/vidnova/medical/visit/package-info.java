/** Visits of a mobile brigade: recording them, and telling others that they happened. */
package ua.vidnova.medical.visit;
