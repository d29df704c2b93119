package ua.vidnova.localstack.demo;

/**
 * What became of one step of the demo.
 *
 * @param detail when it held, where to look; otherwise why not; lines apart
 */
public record Step(String name, boolean ok, String detail) {}
