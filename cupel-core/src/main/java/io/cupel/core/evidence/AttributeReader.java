package io.cupel.core.evidence;

import io.cupel.core.contract.Currency;
import io.cupel.core.time.IsoTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes of what a call or a cell tells a value of the attribute's type. What cannot be read is told apart from what was
 * not said, and the reason never repeats the value, which may be personal.
 */
public final class AttributeReader {
    /** Decimals up to here are taken for the whole numbers that they are. */
    private static final double WHOLE_MAX = 1e15;

    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private AttributeReader() {}

    /**
     * The value as {@link io.cupel.core.evidence.Facts} holds it.
     *
     * @param raw a String, Long, Double, Boolean, Collection or Map, as read from JSON or a cell
     * @param currency in which amounts of money are wanted
     */
    public static Reading<Object> read(String path, AttributeType type, Object raw, Currency currency) {
        if (raw instanceof String text && text.isBlank()) {
            return new Reading.Absent<>();
        }
        if (raw instanceof Map<?, ?> || (raw instanceof Collection<?> && type != AttributeType.LIST)) {
            return new Reading.Unreadable<>("is not a single value");
        }
        return switch (type) {
            case TEXT -> text(path, plain(raw));
            case INT -> path.equals("company.revenue") ? money(raw, currency) : whole(path, raw);
            case DOUBLE -> decimal(raw);
            case BOOL -> truth(plain(raw));
            case INSTANT -> instant(raw);
            case LIST -> list(raw);
        };
    }

    private static Reading<Object> text(String path, String text) {
        return switch (path) {
            case "lead.email" -> found(MailDomains.normaliseEmail(text), "is not an e-mail address");
            case "lead.country", "company.country" -> found(Places.country(text), "is not a country that is known");
            case "company.domain" -> found(Domains.ofWebsite(text), "is not a domain");
            default -> new Reading.Value<>(text);
        };
    }

    private static Reading<Object> found(Optional<String> value, String reason) {
        return value.<Reading<Object>>map(Reading.Value::new).orElseGet(() -> new Reading.Unreadable<>(reason));
    }

    private static Reading<Object> whole(String path, Object raw) {
        boolean heads = path.equals("company.employees");
        if (raw instanceof String text) {
            Optional<Long> number = heads ? Optional.empty() : wholeNumber(text.strip());
            return number.isPresent()
                    ? new Reading.Value<>(number.get())
                    : Amounts.headCount(text).then(range -> new Reading.Value<>(fact(range)));
        }
        if (raw instanceof Number number && isWhole(number) && (!heads || number.longValue() >= 0)) {
            return new Reading.Value<>(number.longValue());
        }
        return new Reading.Unreadable<>(heads ? "is not a number of people" : "is not a whole number");
    }

    private static Optional<Long> wholeNumber(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Number number) {
        double value = number.doubleValue();
        return number instanceof Long || (value == Math.rint(value) && Math.abs(value) < WHOLE_MAX);
    }

    private static Object fact(Range range) {
        return range.isExact() ? (Object) range.low() : range;
    }

    private static Reading<Object> money(Object raw, Currency currency) {
        if (raw instanceof String text) {
            return Amounts.money(text).then(money -> converted(money, currency));
        }
        if (raw instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1e18) {
            return new Reading.Value<>(number.longValue());
        }
        return new Reading.Unreadable<>("is not an amount of money");
    }

    private static Reading<Object> converted(Money money, Currency currency) {
        if (money.currency().isEmpty() || money.currency().equals(currency.code())) {
            return new Reading.Value<>(fact(money.amount()));
        }
        BigDecimal rate = currency.rates().get(money.currency());
        if (rate == null) {
            return new Reading.Unreadable<>(
                    "is in " + money.currency() + ", for which the contract gives no rate to " + currency.code());
        }
        OptionalLong low = times(money.amount().low(), rate);
        OptionalLong high = money.amount().isOpen()
                ? OptionalLong.of(Range.OPEN)
                : times(money.amount().high(), rate);
        if (low.isEmpty() || high.isEmpty() || low.getAsLong() > high.getAsLong()) {
            return new Reading.Unreadable<>("is too large an amount of money");
        }
        return new Reading.Value<>(fact(new Range(low.getAsLong(), high.getAsLong())));
    }

    private static OptionalLong times(long amount, BigDecimal rate) {
        BigDecimal product = BigDecimal.valueOf(amount).multiply(rate).setScale(0, RoundingMode.FLOOR);
        return product.compareTo(LONG_MAX) >= 0 ? OptionalLong.empty() : OptionalLong.of(product.longValueExact());
    }

    private static Reading<Object> decimal(Object raw) {
        try {
            double number = raw instanceof Number told ? told.doubleValue() : new BigDecimal(plain(raw)).doubleValue();
            if (Double.isFinite(number)) {
                return new Reading.Value<>(number);
            }
        } catch (NumberFormatException e) {
            return new Reading.Unreadable<>("is not a number");
        }
        return new Reading.Unreadable<>("is too large a number");
    }

    private static Reading<Object> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> new Reading.Value<>(true);
            case "false", "no", "0" -> new Reading.Value<>(false);
            default -> new Reading.Unreadable<>("is not yes or no");
        };
    }

    private static Reading<Object> instant(Object raw) {
        OptionalLong millis = raw instanceof Long told ? OptionalLong.of(told) : IsoTime.millis(plain(raw));
        return millis.isPresent()
                ? new Reading.Value<>(Instant.ofEpochMilli(millis.getAsLong()))
                : new Reading.Unreadable<>("is not a time such as 2026-03-01T09:00:00Z");
    }

    private static Reading<Object> list(Object raw) {
        Collection<?> parts =
                raw instanceof Collection<?> all ? all : List.of(plain(raw).split(";", -1));
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Map<?, ?> || part instanceof Collection<?>) {
                return new Reading.Unreadable<>("is not a list of texts");
            }
            String text = part == null ? "" : plain(part);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? new Reading.Absent<>() : new Reading.Value<>(List.copyOf(texts));
    }

    private static String plain(Object raw) {
        return raw.toString().strip();
    }
}
