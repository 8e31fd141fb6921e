package io.cupel.app.intake.web;

import io.cupel.files.RequestCalls;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads bodies, plain or packed, whatever they say they are, and never more than a body may have. */
final class Bodies {
    private static final Set<String> KNOWN = Set.of("", "identity", "gzip", "x-gzip");
    private static final String TOO_LARGE = "A request has at most 500 KB, also when it is unpacked; send several.";

    private Bodies() {}

    static byte[] read(HttpServletRequest request) throws IOException, FaultException {
        String told = request.getHeader("Content-Encoding");
        if (told != null && !KNOWN.contains(told.strip().toLowerCase(Locale.ROOT))) {
            throw new FaultException(Fault.PACKED, "A request may be packed with gzip, or not at all.");
        }
        byte[] body = atMost(request.getInputStream());
        // What it says is not asked: a body that begins with the two bytes of gzip is no JSON.
        boolean isPacked = body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        return isPacked ? unpacked(body) : body;
    }

    private static byte[] unpacked(byte[] body) throws FaultException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return atMost(in);
        } catch (IOException e) {
            throw new FaultException(Fault.UNUSABLE, "The body is not whole gzip.");
        }
    }

    private static byte[] atMost(InputStream in) throws IOException, FaultException {
        byte[] body = in.readNBytes(RequestCalls.BODY_MAX + 1);
        if (body.length > RequestCalls.BODY_MAX) {
            throw new FaultException(Fault.TOO_LARGE, TOO_LARGE);
        }
        return body;
    }
}
