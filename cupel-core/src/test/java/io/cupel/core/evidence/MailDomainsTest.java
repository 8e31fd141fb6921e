package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GMAIL.COM",
                " gmail.com ",
                "gmail.com.",
                "googlemail.com",
                "yahoo.co.uk",
                "outlook.de",
                "hotmail.com",
                "live.com",
                "icloud.com",
                "gmx.de",
                "web.de",
                "t-online.de",
                "proton.me",
                "mail.ru",
                "qq.com",
                "163.com",
                "uol.com.br",
                "eu.gmx.com"
            })
    void knownProvidersAreFreeMail(String domain) {
        assertThat(MailDomains.freeMail(domain)).isTrue();
        assertThat(MailDomains.disposable(domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.com",
                "notgmail.com",
                "gmail.com.acme.com",
                "gmail.co",
                "gmail",
                "com",
                "",
                " ",
                "web.de.com",
                "yahoo-inc.com",
                "mail.acme.com",
                "..",
                "gmail..com"
            })
    void nearMissesAreNoFreeMail(String domain) {
        assertThat(MailDomains.freeMail(domain)).isFalse();
    }

    @Test
    void disposableProvidersAndTheirSubDomainsAreKnown() {
        assertThat(MailDomains.disposable("mailinator.com")).isTrue();
        assertThat(MailDomains.disposable("x7.Mailinator.com")).isTrue();
        assertThat(MailDomains.disposable("yopmail.com")).isTrue();
        assertThat(MailDomains.disposable("gmail.com")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "jane@acme.com, acme.com",
        "JANE@ACME.COM, acme.com",
        "jane@www.acme.com, acme.com",
        "jane@mail.acme.co.uk, mail.acme.co.uk",
        "jane@münchen.de, xn--mnchen-3ya.de",
        "jane@www.de, www.de"
    })
    void aCompanyIsKnownByTheDomain(String email, String domain) {
        assertThat(MailDomains.companyDomain(email)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@gmail.com",
                "jane@mailinator.com",
                "jane",
                "jane@",
                "@acme.com",
                "",
                "jane@acme",
                "jane@127.0.0.1",
                "jane@-acme.com",
                "jane@acme..com",
                "jane@ac me.com",
                "jane@acme.com/x"
            })
    void noCompanyIsKnownByAProviderOrNoAddress(String email) {
        assertThat(MailDomains.companyDomain(email)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' Jane.Doe@Acme.COM ', jane.doe@acme.com",
        "IRIS@ISIK.COM, iris@isik.com",
        "a+b@acme.com, a+b@acme.com",
        "jane@MÜNCHEN.de, jane@xn--mnchen-3ya.de",
        "jane@acme.com., jane@acme.com",
        "'''jane@acme.com', jane@acme.com",
        "'''Jane@acme.com ''', jane@acme.com",
        "'o''neil@acme.com', 'o''neil@acme.com'"
    })
    void addressesAreNormalised(String email, String normal) {
        assertThat(MailDomains.normaliseEmail(email)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@b",
                "a b@acme.com",
                "a,b@acme.com",
                "Jane <jane@acme.com>",
                "a@b@acme.com",
                "a@\u0000.com",
                "a\n@acme.com",
                "jane@a_b.com"
            })
    void whatIsNoAddressIsEmpty(String email) {
        assertThat(MailDomains.normaliseEmail(email)).isEmpty();
    }

    @Test
    void atTheLimitsOfLengthAnAddressIsReadAndBeyondThemNot() {
        assertThat(MailDomains.normaliseEmail("a".repeat(64) + "@acme.com")).isPresent();
        assertThat(MailDomains.normaliseEmail("a".repeat(65) + "@acme.com")).isEmpty();
        assertThat(MailDomains.normaliseEmail("a@" + "b".repeat(63) + ".com")).isPresent();
        assertThat(MailDomains.normaliseEmail("a@" + "b".repeat(64) + ".com")).isEmpty();
        assertThat(MailDomains.normaliseEmail("a@" + "b.".repeat(125) + "com")).isPresent();
        assertThat(MailDomains.normaliseEmail("a@" + "b.".repeat(126) + "com")).isEmpty();
        assertThat(MailDomains.normaliseEmail("a@" + "ü.".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info",
                "INFO",
                "sales",
                "sales-team",
                "info.de",
                "support+vip",
                "contact_us",
                "no-reply",
                "noreply",
                "hr",
                "sales2",
                "kontakt",
                "vertrieb",
                "büro",
                "hello",
                "customer.service"
            })
    void boxesOfTasksAreRoleAddresses(String local) {
        assertThat(MailDomains.roleAddress(local + "@acme.com")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "sales.jane",
                "jane.sales",
                "infography",
                "salesman",
                "desiree",
                "info-jane.doe",
                "me",
                "de.info"
            })
    void boxesOfPersonsAreNot(String local) {
        assertThat(MailDomains.roleAddress(local + "@acme.com")).isFalse();
    }

    @Test
    void whatIsNoAddressIsNoRoleAddress() {
        assertThat(MailDomains.roleAddress("info")).isFalse();
    }

    @Test
    void theListsAreDomainsWithoutOverlap() {
        var free = TextResource.lines("mail-free.txt").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
        assertThat(free).doesNotHaveDuplicates().allSatisfy(each -> {
            assertThat(MailDomains.normaliseDomain(each)).contains(each);
            assertThat(MailDomains.disposable(each)).isFalse();
        });
    }

    @Test
    void mostOfAWellKnownListOfThrowAwayDomainsIsReal() throws IOException {
        Path list = beside("disposable_email_domains.txt.gz");
        assumeTrue(Files.exists(list), "the lists beside the project are not here");
        Set<String> others = readZipped(list);
        var ours = TextResource.lines("mail-disposable.txt").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
        long confirmed = ours.stream().filter(others::contains).count();
        assertThat(confirmed * 100 / ours.size())
                .as("per cent of ours that others list")
                .isGreaterThan(60);
    }

    @Test
    void mostOfOurFreeMailDomainsAreListedElsewhere() throws IOException {
        Path list = beside("free_email_domains.json.gz");
        assumeTrue(Files.exists(list), "the lists beside the project are not here");
        Set<String> others = readZipped(list);
        var ours = TextResource.lines("mail-free.txt").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
        long confirmed = ours.stream().filter(others::contains).count();
        assertThat(confirmed * 100 / ours.size())
                .as("per cent of ours that others list")
                .isGreaterThan(50);
    }

    /** Lists kept beside a working copy; from the folder of a module or of the project. */
    private static Path beside(String name) {
        Path list = Path.of("..", "shared", "data", "lists", name);
        return Files.exists(list) ? list : Path.of("..").resolve(list);
    }

    private static Set<String> readZipped(Path list) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.replaceAll("[\", ]", "")).collect(Collectors.toSet());
        }
    }
}
