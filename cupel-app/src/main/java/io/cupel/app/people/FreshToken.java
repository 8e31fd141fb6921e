package io.cupel.app.people;

/**
 * A token just made, with its secret, which is shown this once.
 *
 * @param secret what callers send; stored nowhere
 */
public record FreshToken(Token token, String secret) {
    /** Without the secret: objects end up in logs. */
    @Override
    public String toString() {
        return "token " + token.id();
    }
}
