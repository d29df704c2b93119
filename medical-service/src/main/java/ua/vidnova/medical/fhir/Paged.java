package ua.vidnova.medical.fhir;

/** A list that is asked for page by page. */
interface Paged {

  /** Address of the FHIR interface. */
  String baseUrl();

  /** Address of this page. */
  String self();

  /** Address of the page behind a cursor. */
  String page(String cursor);
}
