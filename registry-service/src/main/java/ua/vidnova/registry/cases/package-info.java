/** What residents apply for, from the submission to the hand-over of the result. */
package ua.vidnova.registry.cases;
