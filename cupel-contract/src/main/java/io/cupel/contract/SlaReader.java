package io.cupel.contract;

import io.cupel.core.contract.Sla;
import io.cupel.core.contract.Sla.Block;
import io.cupel.core.contract.Sla.Breach;
import io.cupel.core.contract.Sla.For;
import io.cupel.core.contract.Sla.Review;
import io.cupel.core.contract.Sla.Tier;
import io.cupel.core.time.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code sla}. */
final class SlaReader {
    private static final Map<String, For> FOR =
            Choices.of("raised hand", For.RAISED_HAND, "mql", For.MQL, "pql", For.PQL);
    private static final Map<String, Breach> BREACHES =
            Choices.of("escalate", Breach.ESCALATE, "re-route", Breach.RE_ROUTE);
    private static final Map<String, Review> REVIEWS =
            Choices.of("monthly", Review.MONTHLY, "quarterly", Review.QUARTERLY, "yearly", Review.YEARLY);
    private static final Pattern BUSINESS_TIME = Pattern.compile("([1-9][0-9]{0,4}) business (hour|minute)s?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}) ?%");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Reading reading;
    private final Values values;

    SlaReader(Reading reading) {
        this.reading = reading;
        this.values = new Values(reading.findings());
    }

    @Nullable
    Sla read(Fields contract) {
        Fields fields = contract.fields("sla", Shape.SLA);
        if (fields == null) {
            return null;
        }
        Node hoursNode = fields.node("hours");
        Map<DayOfWeek, List<Block>> hours = hoursNode == null ? Map.of() : new HoursReader(reading).read(hoursNode);
        Fields holidays = fields.fields("holidays", Shape.HOLIDAYS);
        String country = holidays == null ? null : country(holidays);
        List<LocalDate> closed = holidays == null ? List.of() : closed(holidays);
        List<Tier> tiers = new ArrayList<>();
        for (Node node : fields.items("tiers", Limits.TIERS_MAX)) {
            Fields tier = Fields.open(node, Shape.TIER, reading.findings());
            Tier read = tier == null ? null : tier(tier, fields.has("hours"));
            if (read != null) {
                tiers.add(read);
            }
        }
        Long volume = fields.whole("mqls-per-month", 1, Limits.MQLS_PER_MONTH_MAX);
        Review review = fields.choice("review", REVIEWS);
        return new Sla(hours, country, closed, tiers, volume == null ? null : volume.intValue(), review);
    }

    private @Nullable String country(Fields holidays) {
        String country = holidays.text("country", Limits.NAME_MAX);
        List<String> known = List.of(Locale.getISOCountries());
        if (country != null && !known.contains(country)) {
            reading.add(
                    Code.COUNTRY,
                    holidays.place("country"),
                    "'" + country + "' is no ISO 3166 country such as US" + Nearest.question(country, known));
        }
        return country;
    }

    private List<LocalDate> closed(Fields holidays) {
        List<LocalDate> closed = new ArrayList<>();
        for (Node node : holidays.items("closed", Limits.CLOSED_MAX)) {
            String written = values.text(node, "an entry of 'closed'", Limits.NAME_MAX);
            LocalDate date = written == null ? null : date(written);
            if (date != null && !closed.contains(date)) {
                closed.add(date);
            } else if (written != null) {
                String message = date == null ? "is no date of the calendar such as 2026-12-24" : "stands here twice";
                reading.add(Code.DATE, node.place(), "'" + written + "' " + message);
            }
        }
        return closed;
    }

    private static @Nullable LocalDate date(String written) {
        try {
            return DATE.matcher(written).matches() ? LocalDate.parse(written) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Tier tier(Fields fields, boolean hasHours) {
        For leads = fields.choice("for", FOR);
        List<Integer> warnAt = warnAt(fields);
        List<Breach> onBreach = new ArrayList<>();
        for (Node node : fields.items("on-breach", Limits.WARNINGS_MAX)) {
            Breach breach = values.choice(node, "an entry of 'on-breach'", BREACHES);
            if (breach != null && !onBreach.contains(breach)) {
                onBreach.add(breach);
            }
        }
        Scalar within = fields.scalar("respond-within");
        if (within == null) {
            return null;
        }
        Matcher business = BUSINESS_TIME.matcher(within.value());
        boolean isBusiness = business.matches();
        if (isBusiness && !hasHours) {
            reading.add(
                    Code.NO_HOURS,
                    within.place(),
                    "'" + within.value() + "' needs 'hours' in sla, which say when the desk is open");
        }
        String span = isBusiness ? business.group(1) + business.group(2).charAt(0) : within.value();
        Span read = reading.span(new Scalar(span, within.style(), within.place(), within.lastLine()), "respond-within");
        return leads == null || read == null ? null : new Tier(leads, read, isBusiness, warnAt, onBreach);
    }

    private List<Integer> warnAt(Fields fields) {
        List<Integer> percents = new ArrayList<>();
        for (Node node : fields.items("warn-at", Limits.WARNINGS_MAX)) {
            Integer percent = percent(node, "an entry of 'warn-at'");
            if (percent == null) {
                continue;
            }
            if (!percents.isEmpty() && percent <= percents.get(percents.size() - 1)) {
                reading.add(Code.PERCENT, node.place(), "warn-at goes up, such as [60%, 90%]");
            } else {
                percents.add(percent);
            }
        }
        return percents;
    }

    /** A share such as 60%, from 1 to 99. */
    @Nullable
    Integer percent(Node node, String what) {
        // A bare number could be meant as a share of one or of a hundred.
        boolean isNumber = node instanceof Scalar number && number.isNumber();
        Scalar scalar = isNumber ? (Scalar) node : values.text(node, what);
        if (scalar == null) {
            return null;
        }
        Matcher matcher = PERCENT.matcher(scalar.value());
        int percent = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (percent < 1 || percent > 99) {
            reading.add(Code.PERCENT, node.place(), what + " is a share from 1% to 99%, not '" + scalar.value() + "'");
            return null;
        }
        return percent;
    }
}
