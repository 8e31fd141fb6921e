package io.cupel.app.ground;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, and as whom to enter it.
 *
 * @param url for JDBC; it may carry user and password as parameters
 */
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {
    /** Hands a good address back, and the empty text. */
    static String checked(String text) {
        if (!text.isEmpty()) {
            of(text);
        }
        return text;
    }

    /** Of the form of JDBC or of PostgreSQL's own programs. */
    static DatabaseAddress of(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(text, null, null);
        }
        URI uri = URI.create(text);
        boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!ours || uri.getHost() == null) {
            throw new IllegalArgumentException("not an address of PostgreSQL");
        }
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = info.indexOf(':');
        String user = colon < 0 ? info : info.substring(0, colon);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                user.isEmpty() ? null : decoded(user),
                colon < 0 ? null : decoded(info.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
