package io.cupel.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the doors of a server, over a plain socket, so that the client takes little of the cores that it
 * shares. Kept for as long as the server keeps it. For one thread.
 */
final class Door implements Closeable {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final int BUFFER = 4_096;

    private final URI server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Door(URI server) {
        this.server = server;
    }

    /** Where calls go, and with which key. */
    record Address(URI server, String key) {
        /** Calls in one request. */
        byte[] batch(List<IngestCalls.Call> calls) {
            return request(
                    "batch",
                    calls.stream().map(IngestCalls.Call::json).collect(Collectors.joining(",", "{\"batch\":[", "]}")));
        }

        /** A request for one call. */
        byte[] single(IngestCalls.Call call) {
            return request(call.type(), call.json());
        }

        private byte[] request(String door, String json) {
            String user = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
            // every call is plain ASCII, so letters are bytes
            return ("POST /v1/" + door + "?strict=1 HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nAuthorization: Basic " + user
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + json.length() + "\r\n\r\n" + json)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws IOException also where the answer is not 200
     */
    void send(byte[] request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(server.getHost(), server.getPort());
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(open.getInputStream(), BUFFER);
            socket = open;
        }
        open.getOutputStream().write(request);
        read();
    }

    private void read() throws IOException {
        String status = line();
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
            chunked |= header.equals("transfer-encoding: chunked");
            last |= header.equals("connection: close");
        }
        if (!chunked) {
            in.skipNBytes(length);
        }
        while (chunked) {
            int size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
            chunked = size > 0;
        }
        if (last) {
            close();
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("the server answered " + status);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
