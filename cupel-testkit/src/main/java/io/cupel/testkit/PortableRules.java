package io.cupel.testkit;

import static io.cupel.testkit.Calls.banned;
import static io.cupel.testkit.Calls.member;
import static io.cupel.testkit.Calls.memberWithout;

import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.TimeZone;

/**
 * What reads the machine's locale, charset or time zone. {@code "...".formatted} is left to Error Prone's
 * DefaultLocale, which sees the format and lets a plain %s pass.
 */
final class PortableRules {
    private static final List<Class<?>> LOCALE = List.of(Locale.class);
    private static final List<Class<?>> CHARSET =
            List.of(Charset.class, String.class, CharsetDecoder.class, CharsetEncoder.class);
    /** A printer over another writer encodes nothing itself. */
    private static final List<Class<?>> CHARSET_OR_WRITER = List.of(Charset.class, Writer.class);

    private PortableRules() {}

    static List<ArchRule> all() {
        return List.of(locale(), charset(), zone());
    }

    private static ArchRule locale() {
        return banned(
                "no default locale",
                member(Locale.class, "getDefault")
                        .or(memberWithout(LOCALE, String.class, "format", "toLowerCase", "toUpperCase"))
                        .or(memberWithout(LOCALE, PrintStream.class, "printf", "format"))
                        .or(memberWithout(LOCALE, PrintWriter.class, "printf", "format"))
                        .or(memberWithout(LOCALE, Formatter.class, "<init>"))
                        .or(memberWithout(LOCALE, DateTimeFormatter.class, "ofPattern", "ofLocalizedDate"))
                        .or(memberWithout(LOCALE, DateTimeFormatterBuilder.class, "toFormatter"))
                        .or(memberWithout(LOCALE, SimpleDateFormat.class, "<init>"))
                        .or(memberWithout(LOCALE, Collator.class, "getInstance"))
                        .or(memberWithout(LOCALE, DecimalFormat.class, "<init>"))
                        .or(memberWithout(LOCALE, NumberFormat.class, "getInstance", "getNumberInstance"))
                        .or(memberWithout(LOCALE, NumberFormat.class, "getIntegerInstance", "getPercentInstance")));
    }

    private static ArchRule charset() {
        return banned(
                "no default charset",
                member(Charset.class, "defaultCharset")
                        .or(memberWithout(CHARSET, String.class, "getBytes"))
                        .or(memberWithout(CHARSET, String.class, "<init>").and(Calls::takesBytes))
                        .or(memberWithout(CHARSET, InputStreamReader.class, "<init>"))
                        .or(memberWithout(CHARSET, OutputStreamWriter.class, "<init>"))
                        .or(memberWithout(List.of(Charset.class), FileReader.class, "<init>"))
                        .or(memberWithout(List.of(Charset.class), FileWriter.class, "<init>"))
                        .or(memberWithout(CHARSET_OR_WRITER, PrintWriter.class, "<init>"))
                        .or(memberWithout(CHARSET, PrintStream.class, "<init>"))
                        .or(memberWithout(CHARSET, Scanner.class, "<init>"))
                        .or(memberWithout(CHARSET, ByteArrayOutputStream.class, "toString")));
    }

    private static ArchRule zone() {
        return banned(
                "no default time zone", member(ZoneId.class, "systemDefault").or(member(TimeZone.class, "getDefault")));
    }
}
