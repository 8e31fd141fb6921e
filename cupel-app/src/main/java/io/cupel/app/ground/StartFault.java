package io.cupel.app.ground;

import java.io.PrintStream;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import org.springframework.boot.web.server.PortInUseException;

/** Why the server does not start, in words for whoever started it: what, where and the remedy. */
public final class StartFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a whole sentence or several lines, told as they are. */
    public StartFault(String message) {
        super(message);
    }

    /** Prints the fault that is the cause of something; false where there is none such. */
    public static boolean tell(Throwable thrown, PrintStream to) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFault) {
                String.valueOf(cause.getMessage()).lines().forEach(line -> to.println("cupel: " + line));
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                to.println("cupel: Port " + taken.getPort() + " is taken; choose another one with --port,"
                        + " or 0 for any that is free");
                return true;
            }
            if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
                to.println("cupel: What host names is no address of this machine; set one that is with --host,"
                        + " such as 127.0.0.1");
                return true;
            }
        }
        return false;
    }
}
