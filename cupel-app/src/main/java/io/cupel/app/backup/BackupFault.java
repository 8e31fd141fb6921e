package io.cupel.app.backup;

/** Why a backup is not made or not restored, and what to do; a sentence without its first capital. */
final class BackupFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFault(String message) {
        super(message);
    }
}
