package io.cupel.files.generate;

/**
 * What was written, in rows without headers.
 *
 * @param leads rows of leads, second ones among them
 * @param events calls in the file of events, without torn lines
 * @param folderNames the names of the files as they stand in the folder: of leads, of events
 */
public record Written(
        long leads, long companies, long events, long touches, long outcomes, long spend, Names folderNames) {
    /** The names of the files that the next command needs. */
    public record Names(String leads, String events) {}
}
