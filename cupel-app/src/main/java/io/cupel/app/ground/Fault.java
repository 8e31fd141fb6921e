package io.cupel.app.ground;

/**
 * One thing that is wrong in a request.
 *
 * @param place a JSON Pointer into the body ({@code /roles/0}), or the name of a parameter
 * @param message what is wrong and what to do; never the value
 */
public record Fault(String place, String message) {}
