/** The brigades that go to people, and who is in them. */
package ua.vidnova.coordination.brigade;
