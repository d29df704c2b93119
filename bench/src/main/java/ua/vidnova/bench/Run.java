package ua.vidnova.bench;

import java.io.PrintStream;

/**
 * What a group is run with.
 *
 * @param seed of everything that is invented
 * @param residents how many there are to be in the registry
 * @param out for tables beside the results
 * @param progress for people who wait
 */
public record Run(long seed, int residents, PrintStream out, PrintStream progress) {}
