package io.cupel.app.identity;

/**
 * Somebody said that what a browser claimed is not true.
 *
 * @param position of the entry that says so
 * @param id of that entry
 * @param until what was told by then is not believed, in milliseconds since 1970 UTC
 * @param visitor the anonymous id or the user id
 * @param address the e-mail address that is not the visitor's
 * @param holds false where it was taken back
 */
public record ClaimUndo(long position, String id, long until, String visitor, String address, boolean holds) {}
