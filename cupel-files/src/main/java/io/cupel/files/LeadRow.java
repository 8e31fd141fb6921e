package io.cupel.files;

import io.cupel.core.contract.Currency;
import io.cupel.core.evidence.AttributeReader;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.Domains;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.MailDomains;
import io.cupel.core.evidence.Phone;
import io.cupel.core.evidence.Reading;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Told;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of the cells of one row what it tells. */
final class LeadRow {
    /** What reading all rows needs. */
    record Setting(AttributeNames names, Currency currency, CreateDates dates, Unreadables unreadables) {}

    private static final JsonTree JSON = new JsonTree();

    private final Setting setting;
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> emails = new ArrayList<>();
    private @Nullable String user;
    private String currency = "";
    private long at = Told.BEFORE_ALL;

    private LeadRow(Setting setting) {
        this.setting = setting;
    }

    /** @param order the row's place, written so that later rows compare greater */
    static Sighting read(LeadHeader header, List<String> cells, String order, Setting setting) throws Refusal {
        LeadRow row = new LeadRow(setting);
        List<@Nullable Target> targets = header.targets();
        for (int i = 0; i < cells.size(); i++) {
            Target target = targets.get(i);
            if (target != null && target.role() == Target.Role.CURRENCY) {
                row.currency = cells.get(i).strip();
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            Target target = targets.get(i);
            if (target != null && !cells.get(i).isBlank()) {
                row.take(target, cells.get(i));
            }
        }
        return row.sighting(order);
    }

    private void take(Target target, String cell) throws Refusal {
        switch (target.role()) {
            case USER -> user = CallKeys.id(cell);
            case MORE_EMAILS -> {
                for (String part : cell.split(";", -1)) {
                    MailDomains.normaliseEmail(part).ifPresent(emails::add);
                }
            }
            case CREATED -> at = setting.dates().at(cell);
            case CURRENCY -> {}
            case DELETED -> {
                if (cell.strip().equalsIgnoreCase("true") || cell.strip().equals("1")) {
                    throw new Refusal(Reason.DELETED);
                }
            }
            case ATTRIBUTE -> attribute(target.path(), cell);
            case ATTRIBUTE_IF_FILLED -> values.put(target.path(), true);
        }
    }

    /** Of several columns for one attribute, the first that tells something counts. */
    private void attribute(String path, String cell) {
        if (values.containsKey(path)) {
            return;
        }
        boolean bare = path.equals("company.revenue")
                && cell.chars().noneMatch(letter -> Character.isLetter(letter) || letter > 0x7f || letter == '$');
        String text = bare && !currency.isEmpty() ? currency + " " + cell.strip() : cell;
        AttributeType type = setting.names().type(path);
        Object raw = type == AttributeType.LIST ? list(text) : text;
        Reading<Object> reading = AttributeReader.read(path, type, raw, setting.currency());
        if (reading instanceof Reading.Value<Object> value) {
            values.put(path, value.value());
        } else if (reading instanceof Reading.Unreadable<Object> not) {
            setting.unreadables().add(path, not.reason());
        }
    }

    /** A list may be written as JSON, else its parts stand between semicolons. */
    private static Object list(String cell) {
        if (cell.strip().startsWith("[")) {
            try {
                return Objects.requireNonNullElse(JSON.read(cell), cell);
            } catch (Refusal refusal) {
                return cell;
            }
        }
        return cell;
    }

    private Sighting sighting(String order) throws Refusal {
        if (values.get("lead.email") instanceof String email) {
            emails.add(0, email);
        } else if (user != null && user.indexOf('@') > 0) {
            MailDomains.normaliseEmail(user).ifPresent(address -> {
                emails.add(0, address);
                values.put("lead.email", address);
            });
        }
        String phone = values.get("lead.phone") instanceof String told
                ? Phone.normalised(told).orElse(null)
                : null;
        Keys keys = new Keys(user, emails, phone, null, null);
        if (!keys.isContact()) {
            throw new Refusal(Reason.NO_KEY);
        }
        String company = values.get("company.domain") instanceof String domain
                ? Domains.ofCompany(domain).orElse(null)
                : null;
        return Sighting.row(keys, at, order, values, company);
    }
}
