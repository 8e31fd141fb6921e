package io.cupel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.cupel.app.AppUnderTest;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.app.judging.LeadQuery;
import io.cupel.app.judging.LeadRow;
import io.cupel.app.judging.Leads;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Segment's own library for browsers, in a page of a site that is not Cupel's. */
class SegmentBrowserIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final String PAGE = """
            <!doctype html><title>Prices</title><link rel="icon" href="data:,"><h1>Prices</h1>
            <script src="/lib/index.js"></script>
            <script>
              const start = (writeKey, cdnURL, segment) => {
                const integrations = {'Segment.io': segment}
                window.analytics = AnalyticsNext.AnalyticsBrowser.load({writeKey, cdnURL}, {integrations})
                return window.analytics.ready()
              }
            </script>
            """;

    private static final String TELL_ALL = """
            async who => {
              await analytics.page('Prices')
              await analytics.track('Playbook Downloaded', {title: 'Ten ways & <b>one</b>'})
              await analytics.identify(who, {email: who + '@acme.example', title: 'CRO'})
              await analytics.group('acme.example', {employees: 120})
              await analytics.track('Case Study Downloaded')
            }""";

    private static Chromium chromium;
    private static Site site;
    private static String key;

    private final List<String> faults = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private BrowserContext visitor;
    private Page page;
    private long before;

    /** Not before all tests: what is skipped there is counted nowhere. */
    private static void open() throws IOException {
        if (key != null) {
            return;
        }
        if (chromium == null) {
            chromium = Chromium.start();
        }
        site = Site.of(PAGE, SegmentPackages.fetched().resolve("@segment/analytics-next/dist/umd"));
        key = app.bean(WriteKeys.class)
                .make(WriteKey.Plan.of("site", Origin.BROWSER))
                .secret();
    }

    @AfterAll
    static void close() {
        Stream.of(site, chromium).filter(each -> each != null).forEach(SegmentBrowserIT::close);
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void visit() throws IOException {
        open();
        before = app.bean(EventLog.class).head();
        visitor = chromium.browser().newContext();
        page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onRequest(request -> requests.add(request.url().replaceFirst(".*/v1/", "")));
        page.navigate(site.url("/pricing?utm_source=news&utm_campaign=spring"));
    }

    @AfterEach
    void leave() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @Test
    void eachCallOfAPageArrivesOnceWithItsContext() {
        start("{}");
        page.evaluate(TELL_ALL, "ann");
        List<LogEntry> told = told(5);
        assertThat(told)
                .extracting(LogEntry::call)
                .satisfiesExactly(
                        call -> assertThat(call).contains("\"type\":\"page\"", "\"name\":\"Prices\""),
                        call -> assertThat(call).contains("Playbook Downloaded", "Ten ways & <b>one</b>"),
                        call -> assertThat(call).contains("\"type\":\"identify\"", "ann@acme.example"),
                        call -> assertThat(call).contains("\"type\":\"group\"", "\"employees\":120"),
                        call -> assertThat(call).contains("Case Study Downloaded"));
        assertThat(told).allSatisfy(entry -> {
            assertThat(entry.origin()).isEqualTo(Origin.BROWSER);
            assertThat(entry.call())
                    .contains("\"path\":\"/pricing\"", "\"source\":\"news\"", "\"name\":\"spring\"", "analytics.js")
                    .doesNotContain(key, "HeadlessChrome");
        });
        assertThat(requests).containsSubsequence("projects/" + key + "/settings", "p", "t", "i", "g", "t");
        assertThat(faults).isEmpty();
    }

    @Test
    void aVisitorsEventsBelongToTheLeadThatSheTurnsOutToBe() {
        start("{}");
        page.evaluate("async () => { await analytics.page(); await analytics.track('Webinar Attended') }");
        told(2);
        page.evaluate("async () => { await analytics.identify('bea', {email: 'bea@acme.example'}) }");
        // another page of the same visit knows her without being told
        page.navigate(site.url("/case-studies/one"));
        start("{}");
        page.evaluate("async () => { await analytics.page() }");
        told(4);
        Leads leads = app.bean(Leads.class);
        await("she is judged", () -> bea(leads).anyMatch(row -> row.position() == before + 4));
        long number = bea(leads).findFirst().orElseThrow().number();
        assertThat(leads.evidence(number, app.bean(ContractsInForce.class).contract(1))
                        .orElseThrow()
                        .events())
                .extracting(Event::type)
                .containsExactly(EventType.PAGE, EventType.TRACK, EventType.IDENTIFY, EventType.PAGE);
        assertThat(bea(leads)).singleElement().satisfies(row -> {
            assertThat(row.stage()).isEqualTo("lead");
            assertThat(row.score()).isEqualTo(40);
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void batchesOfAPageArriveWholeAndOnce() {
        start("{deliveryStrategy: {strategy: 'batching', config: {size: 4, timeout: 50}}}");
        page.evaluate("() => { for (let i = 0; i < 10; i++) analytics.track('Scrolled', {depth: i}) }");
        List<LogEntry> told = told(10);
        for (int i = 0; i < 10; i++) {
            String depth = "\"depth\":" + i + "}";
            assertThat(told.stream().filter(entry -> entry.call().contains(depth)))
                    .hasSize(1);
        }
        assertThat(requests).contains("b").doesNotContain("t");
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsToldWithoutANetworkArrivesOnceWhenThereIsOne() {
        start("{}");
        page.evaluate("async () => { await analytics.page() }");
        visitor.setOffline(true);
        page.evaluate("() => { for (let i = 0; i < 3; i++) analytics.track('Scrolled', {depth: i}) }");
        page.waitForTimeout(300);
        assertThat(app.bean(EventLog.class).head()).isEqualTo(before + 1);
        visitor.setOffline(false);
        assertThat(told(4).stream().filter(entry -> entry.call().contains("\"Scrolled\"")))
                .hasSize(3);
    }

    private void start(String segment) {
        page.evaluate(
                "([key, cupel]) => start(key, cupel, %s)".formatted(segment),
                List.of(key, app.uri("/").toString().replaceFirst("/$", "")));
    }

    /** Since this test began; waits for as many, and looks once more for one too many. */
    private List<LogEntry> told(int many) {
        EventLog log = app.bean(EventLog.class);
        await(many + " calls are there", () -> log.head() >= before + many);
        page.waitForTimeout(200);
        List<LogEntry> told = log.after(before, EventLog.READ_MAX);
        assertThat(told).extracting(LogEntry::call).hasSize(many);
        return told;
    }

    private static Stream<LeadRow> bea(Leads leads) {
        return leads.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 100).stream()
                .filter(row -> row.name().id().equals("bea"));
    }

    private void await(String what, BooleanSupplier so) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + "; the page says " + faults).isLessThan(until);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
