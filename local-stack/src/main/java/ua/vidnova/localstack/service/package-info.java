/** The platform's own services, run from their built jars. */
package ua.vidnova.localstack.service;
